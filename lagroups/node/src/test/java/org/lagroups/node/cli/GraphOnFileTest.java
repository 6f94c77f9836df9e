package org.lagroups.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        .isEqualTo("{\"from\":\"a\",\"to\":\"d\",\"cost\":2.0,\"path\":[\"a\",\"b\",\"d\"]}\n");
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
    assertThat(text("paths", "a", "d")).isEqualTo("2 paths\n  a > b > d\n  a > c > d\n");
    assertThat(text("cut", "a", "e")).isEqualTo("1: d\n");
    assertThat(text("cut", "a", "b")).isEqualTo("none: a vouches directly\n");
    assertThat(text("shortest", "a", "d")).isEqualTo("cost 2: a > b > d\n");
    assertThat(Captured.run("graph", "scc", "--graph", file).out())
        .isEqualTo("2: d, e\n1: a\n1: b\n1: c\n");
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
    assertFails("cannot read", "--graph", folder.toString());
    Path binary = folder.resolve("binary.csv");
    Files.write(binary, new byte[] {'a', ',', (byte) 0xff, '\n'});
    assertFails("not UTF-8", "--graph", binary.toString());
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
