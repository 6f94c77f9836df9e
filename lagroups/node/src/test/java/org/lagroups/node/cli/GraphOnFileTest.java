package org.lagroups.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphOnFileTest {

  private static final String GRAPH =
      """
      attester,attestee,cost
      a,b,1
      b,d,1
      a,c,2
      c,d,2
      d,e,1
      e,d,1
      """;

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("graph.csv"), GRAPH).toString();
  }

  @Test
  void printsDisjointPathsAsJson() {
    assertThat(json("paths", "a", "d"))
        .isEqualTo(
            "{\"from\":\"a\",\"to\":\"d\",\"count\":2,"
                + "\"paths\":[[\"a\",\"b\",\"d\"],[\"a\",\"c\",\"d\"]]}\n");
  }

  @Test
  void printsCutsAsJson() {
    assertThat(json("cut", "a", "e"))
        .isEqualTo("{\"from\":\"a\",\"to\":\"e\",\"size\":1,\"members\":[\"d\"]}\n");
    assertThat(json("cut", "a", "b"))
        .isEqualTo("{\"from\":\"a\",\"to\":\"b\",\"size\":null,\"members\":[]}\n");
    assertThat(json("cut", "e", "a"))
        .isEqualTo("{\"from\":\"e\",\"to\":\"a\",\"size\":0,\"members\":[]}\n");
  }

  @Test
  void printsShortestPathsAsJson() {
    assertThat(json("shortest", "a", "d"))
        .isEqualTo("{\"from\":\"a\",\"to\":\"d\",\"cost\":2,\"path\":[\"a\",\"b\",\"d\"]}\n");
    assertThat(json("shortest", "e", "a"))
        .isEqualTo("{\"from\":\"e\",\"to\":\"a\",\"cost\":null,\"path\":[]}\n");
  }

  @Test
  void printsComponentsAsJson() {
    Captured scc = Captured.run("graph", "scc", "--graph", file, "--json");

    assertThat(scc.out()).isEqualTo("{\"components\":[[\"d\",\"e\"],[\"a\"],[\"b\"],[\"c\"]]}\n");
  }

  @Test
  void printsTextForPeople() {
    assertThat(text("paths", "a", "d"))
        .isEqualTo("a to d: 2 paths that share no other node\n  a > b > d\n  a > c > d\n");
    assertThat(text("paths", "a", "e")).isEqualTo("a to e: only one path: a > b > d > e\n");
    assertThat(text("paths", "e", "a")).isEqualTo("e to a: no path\n");
    assertThat(text("cut", "a", "e")).isEqualTo("a to e: no path without 1 node: d\n");
    assertThat(text("cut", "a", "b")).isEqualTo("a to b: none, as a vouches directly\n");
    assertThat(text("cut", "e", "a")).isEqualTo("e to a: 0, as there is no path\n");
    assertThat(text("shortest", "a", "d")).isEqualTo("a to d: cost 2: a > b > d\n");
    assertThat(text("flow", "a", "e")).isEqualTo("a to e: 1, limited by d > e\n");
    assertThat(text("flow", "e", "a"))
        .isEqualTo("e to a: 0, as there is no path that carries anything\n");
    assertThat(on("scc").out()).isEqualTo("2: d, e\n1: a\n1: b\n1: c\n");
    assertThat(on("robust", "--t", "1").out()).isEqualTo("2 nodes are 1-robust: d, e\n");
    assertThat(on("robust", "--t", "2").out()).isEqualTo("no node is 2-robust\n");
    assertThat(on("clustering", "a").out()).isEqualTo("clustering coefficient of a: 0\n");
    assertThat(on("cut").out()).isEqualTo("b to a: 0, as there is no path\n");
  }

  @Test
  void printsFlowsOfTheCapacityAskedFor() {
    assertThat(json("flow", "a", "d")).isEqualTo("{\"from\":\"a\",\"to\":\"d\",\"value\":2}\n");
    assertThat(on("flow", "a", "d", "--capacity", "cost", "--cut", "--json").out())
        .isEqualTo(
            "{\"from\":\"a\",\"to\":\"d\",\"value\":3,\"cut\":["
                + "{\"attester\":\"a\",\"attestee\":\"b\",\"capacity\":1},"
                + "{\"attester\":\"a\",\"attestee\":\"c\",\"capacity\":2}]}\n");
    assertThat(on("flow", "a", "d", "--within", "a,b,d", "--json").out())
        .isEqualTo("{\"from\":\"a\",\"to\":\"d\",\"value\":1}\n");
    assertThat(on("flow", "a", "d", "--capacity", "uptime").err())
        .contains("a file does not tell the uptime");
    assertThat(on("flow", "a", "d", "--capacity", "luck").code()).isEqualTo(2);
  }

  @Test
  void boundsTheLengthOfPaths() {
    assertThat(on("paths", "a", "e", "--max-length", "2", "--json").out())
        .isEqualTo("{\"from\":\"a\",\"to\":\"e\",\"count\":0,\"paths\":[]}\n");
    assertThat(on("paths", "a", "e", "--max-length", "2").out())
        .isEqualTo("a to e: no path of at most 2 steps\n");
    assertThat(on("paths", "a", "d", "--max-length", "2").out())
        .startsWith("a to d: 2 paths of at most 2 steps that share no other node\n");
    assertThat(on("paths", "a", "d", "--max-length", "0").code()).isEqualTo(2);
    assertThat(on("paths", "a", "d", "--max-length", "0").err())
        .contains("--max-length is 1 or more, not 0");
  }

  @Test
  void findsShortestPathsFromOneToAllAndBetweenAllPairs() {
    assertThat(on("shortest", "d", "--all", "--json").out())
        .isEqualTo("{\"from\":\"d\",\"to\":\"e\",\"cost\":1,\"path\":[\"d\",\"e\"]}\n");
    assertThat(on("shortest").out().lines())
        .hasSize(10)
        .startsWith("a to b: cost 1: a > b")
        .endsWith("e to d: cost 1: e > d");
    assertThat(on("shortest", "d").code()).isEqualTo(2);
    assertThat(on("paths").code()).isEqualTo(2);
    assertThat(on("cut", "d").code()).isEqualTo(2);
  }

  @Test
  void printsWhatConcernsTheWholeGraphAsJson() {
    assertThat(on("scc", "e", "--json").out()).isEqualTo("{\"components\":[[\"d\",\"e\"]]}\n");
    assertThat(on("robust", "--t", "1", "--json").out()).isEqualTo("{\"members\":[\"d\",\"e\"]}\n");
    assertThat(on("robust", "--t", "0", "--json").code()).isEqualTo(2);
    assertThat(on("robust").code()).isEqualTo(2);
    assertThat(on("clustering", "--json").out()).isEqualTo("{\"node\":null,\"coefficient\":0}\n");
    assertThat(on("cut", "--json", "--within", "a,b").out())
        .isEqualTo("{\"from\":\"b\",\"to\":\"a\",\"size\":0,\"members\":[]}\n");
    assertThat(on("cut", "--json", "--within", "d,e").out())
        .isEqualTo("{\"from\":null,\"to\":null,\"size\":null,\"members\":[]}\n");
  }

  @Test
  void saysWhichNodesWouldHurtMost() {
    assertThat(on("explain", "a", "d", "--t", "1").out())
        .isEqualTo(
            """
            vertex-disjoint paths from a to d: 2
              without b: 1
              without c: 1
            least cost from a to d: 2
              without b: 4
            flow from a to d: 2
              without b: 1
              without c: 1
            nodes that a reaches: 5
              without d: 3
              without b: 4
              without c: 4
              without e: 4
            nodes that all reach each other: 2
              without d: 1
              without e: 1
            minimum vertex cut of the whole graph: 0
              no single node's leaving makes it worse
            members of the 1-robust core: 2
              without d: 0
              without e: 0
            """);
    assertThat(on("explain", "a", "e", "--without", "d", "--json").out().lines())
        .contains(
            "{\"question\":\"shortest\",\"before\":3,\"without\":[{\"node\":\"d\",\"after\":null}]}")
        .hasSize(7);
    assertThat(on("explain", "--without", "b").out())
        .contains("nodes that all reach each other: 2\n  without b: still 2\n");
    assertThat(on("explain", "a", "e", "--without", "a").err()).contains("cannot be the one");
  }

  @Test
  void asksAboutManyPairsInOneCall() throws IOException {
    String pairs = pairs("from,to\na,d\na,e\n");
    assertThat(on("paths", "--pairs", pairs, "--json").out())
        .isEqualTo(json("paths", "a", "d") + json("paths", "a", "e"));
    assertThat(on("cut", "--pairs", pairs, "--json").out())
        .isEqualTo(json("cut", "a", "d") + json("cut", "a", "e"));
    assertThat(on("flow", "--pairs", pairs, "--json").out())
        .isEqualTo(json("flow", "a", "d") + json("flow", "a", "e"));
    assertThat(on("shortest", "--pairs", pairs, "--json").out())
        .isEqualTo(json("shortest", "a", "d") + json("shortest", "a", "e"));
    assertThat(on("shortest", "--pairs", pairs).out())
        .isEqualTo("a to d: cost 2: a > b > d\na to e: cost 3: a > b > d > e\n");
    assertThat(on("paths", "a", "d", "--pairs", pairs).code()).isEqualTo(2);
  }

  @Test
  void stopsWhenNobodyReadsAnyMore() throws IOException {
    assertThat(linesIntoAClosedPipe("shortest")).isLessThan(3);
    assertThat(linesIntoAClosedPipe("paths", "--pairs", pairs("a,b\na,c\na,d\na,e\n")))
        .isLessThan(3);
  }

  @Test
  void saysWhichPairIsWrongAndStopsThere() throws IOException {
    assertWrongPair("a,d\na,nobody\nb,c\n", ", line 2, column 3: the graph has no node");
    assertWrongPair("a,d\nb\n", ", line 2, column 1: expected from,to, found 1 column");
    assertWrongPair("a,d\nb,b\n", ", line 2, column 3: the two ends are the same: b");
    assertThat(on("paths", "--pairs", folder.resolve("none.csv").toString()).err())
        .contains("there is no file");
  }

  @Test
  void savesInAnotherFormat() throws IOException {
    for (String ending : List.of("graphml", "xml", "dot", "gv", "csv")) {
      String target = folder.resolve("saved." + ending).toString();
      Captured saved = Captured.run("graph", "convert", file, target);
      assertThat(saved.out()).isEqualTo("Wrote " + target + ": 5 nodes, 6 attestations\n");
      String back = folder.resolve("back.csv").toString();
      assertThat(Captured.run("graph", "convert", "--graph", target, back).code()).isZero();
      assertThat(Files.readString(Path.of(back)).lines()).hasSameElementsAs(GRAPH.lines().toList());
    }
    assertThat(Captured.run("graph", "convert", file, folder.resolve("saved.txt").toString()).err())
        .contains("ends like no graph")
        .contains(".graphml");
    assertThat(Captured.run("graph", "convert", file, "/nowhere/at/all.csv").err())
        .contains("cannot write /nowhere/at/all.csv");
    assertThat(on("convert", file, "x.csv").err()).contains("named twice");
  }

  @Test
  void refusesWhatWouldTakeTooLong() throws IOException {
    StringBuilder ring = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      ring.append(i).append(',').append((i + 1) % 10_000).append('\n');
    }
    Path large = Files.writeString(folder.resolve("ring.csv"), ring);
    Captured explained = Captured.run("graph", "explain", "0", "5", "--graph", large.toString());
    assertThat(explained.code()).isZero();
    assertThat(explained.out())
        .startsWith("vertex-disjoint paths from 0 to 5: 1\n  without 1: 0\n")
        .contains(
            "minimum vertex cut of the whole graph: too large: 10000 nodes of 200000000 steps");
  }

  @Test
  void saysWhereAFileIsWrong() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), "a,b\nc\n");
    Captured failed = Captured.run("graph", "scc", "--graph", wrong.toString());

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains(wrong + ", line 2, column 1:").contains("attester,attestee");
  }

  @Test
  void saysThatAFileCannotBeRead() throws IOException {
    assertFails("there is no file", "--graph", folder.resolve("missing.csv").toString());
    Path notAFile = Files.createDirectory(folder.resolve("folder.csv"));
    assertFails("cannot read", "--graph", notAFile.toString());
    assertFails("ends like no graph", "--graph", folder.toString());
    Path binary = folder.resolve("binary.csv");
    Files.write(binary, "a,b\r\nc,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
    assertFails(binary + ", line 2, column 3, is not UTF-8 text", "--graph", binary.toString());
    Files.write(binary, new byte[] {'a', ',', 'b', '\n', (byte) 0xe2, (byte) 0x82});
    assertFails("line 2, column 1, is not UTF-8 text", "--graph", binary.toString());
    assertFails("exclude each other", "--graph", file, "--group", "g1");
  }

  @Test
  void saysWhichNodeIsNotThere() {
    Captured failed = Captured.run("graph", "paths", "a", "nobody", "--graph", file);

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("nobody").contains("5 nodes");
    assertThat(Captured.run("graph", "paths", "a", "a", "--graph", file).code()).isEqualTo(1);
  }

  @Test
  void showsStrangersTextWithoutControlCharacters() throws IOException {
    Path hostile =
        Files.write(
            folder.resolve("hostile.csv"), "a,\u001b[31mred\n".getBytes(StandardCharsets.UTF_8));
    Captured shown = Captured.run("graph", "scc", "--graph", hostile.toString());

    assertThat(shown.out()).doesNotContain("\u001b").contains("[31mred");
  }

  /** How many lines it tries to print, JSON on one line each. */
  private int linesIntoAClosedPipe(String question, String... args) {
    AtomicInteger lines = new AtomicInteger();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            if (one == '\n') {
              lines.incrementAndGet();
            }
            throw new IOException("broken pipe");
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            write('\n');
          }
        };
    List<String> all = new ArrayList<>(List.of("graph", question, "--json", "--graph", file));
    all.addAll(List.of(args));
    PrintStream out = new PrintStream(closed, true, StandardCharsets.UTF_8);
    Lag.run(Map.of(), out, out, all.toArray(String[]::new));
    return lines.get();
  }

  private void assertWrongPair(String pairs, String problem) throws IOException {
    Captured failed = on("paths", "--pairs", pairs(pairs), "--json");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).isEqualTo(json("paths", "a", "d"));
    assertThat(failed.err()).contains("pairs.csv" + problem);
  }

  private String pairs(String text) throws IOException {
    return Files.writeString(folder.resolve("pairs.csv"), text).toString();
  }

  private Captured on(String question, String... args) {
    List<String> all = new ArrayList<>(List.of("graph", question, "--graph", file));
    all.addAll(List.of(args));
    return Captured.run(all.toArray(String[]::new));
  }

  private String json(String question, String from, String to) {
    Captured captured = Captured.run("graph", question, from, to, "--graph", file, "--json");
    assertThat(captured.err()).isEmpty();
    assertThat(captured.code()).isZero();
    return captured.out();
  }

  private String text(String question, String from, String to) {
    return Captured.run("graph", question, from, to, "--graph", file).out();
  }

  private static void assertFails(String why, String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "graph";
    args[1] = "scc";
    System.arraycopy(options, 0, args, 2, options.length);
    Captured failed = Captured.run(args);
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains(why);
  }
}
