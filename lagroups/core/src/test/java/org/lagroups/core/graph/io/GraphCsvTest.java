package org.lagroups.core.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.simnet.seed.Seeds;

final class GraphCsvTest {

  @Test
  void readsRowsWithOrWithoutHeaderCommentsAndBlankLines() throws Exception {
    AttestationGraph<String> graph =
        read("\uFEFF# friends\n\nAttester, Attestee, Cost\r\n  \na,b,2.5\r  # more\r\nb , c\n");
    assertThat(graph.edges())
        .containsExactly(
            new AttestationEdge<>("a", "b", 2.5, 1), new AttestationEdge<>("b", "c", 1, 1));
    assertThat(read("a,b,2.5\nb,c")).isEqualTo(graph);
  }

  @Test
  void takesEmptyNumbersAsDefaults() throws Exception {
    assertThat(read("a,b,,7\nb,a,3,").edges())
        .containsExactly(
            new AttestationEdge<>("a", "b", 1, 7), new AttestationEdge<>("b", "a", 3, 1));
  }

  @Test
  void readsQuotedFields() throws Exception {
    assertThat(read("\"a,1\",\"say \"\"hi\"\"\" \n\" #x\",\"two\nlines\",\"4\"\n").edges())
        .containsExactly(
            new AttestationEdge<>(" #x", "two\nlines", 4, 1),
            new AttestationEdge<>("a,1", "say \"hi\"", 1, 1));
  }

  @Test
  void readsTheHeadersWordsAsNamesAnywhereElse() throws Exception {
    assertThat(read("a,b\nattester,attestee").hasEdge("attester", "attestee")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attester,attestee",
        "source,target",
        "Source , Target",
        "from,to",
        "SRC,DST",
        "\"source\",\"target\"",
        "source,target,cost",
        "from,to,cost,capacity"
      })
  void takesTheUsualWordsForAHeader(String header) throws Exception {
    assertThat(read(header + "\na,b\n").vertices()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"source,attestee", "target,source", "to,from", "source,targets"})
  void takesOtherWordsForNames(String edge) throws Exception {
    assertThat(read(edge + "\na,b\n").vertices()).hasSize(4);
  }

  @Test
  void readsBackVerticesWithTheNamesOfAHeader() throws Exception {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder().edge("source", "target").build();
    StringWriter written = new StringWriter();
    GraphCsv.write(graph, written);
    assertThat(read(written.toString())).isEqualTo(graph);
  }

  @Test
  void readsNothingAsTheEmptyGraph() throws Exception {
    assertThat(read("").vertices()).isEmpty();
    assertThat(read("attester,attestee").vertices()).isEmpty();
    assertThat(read("\n\n#").vertices()).isEmpty();
  }

  @Test
  void takesSelfEdgesAsVerticesAndTheLastOfEqualEdges() throws Exception {
    AttestationGraph<String> graph = read("a,a\nb,c,1\nb,c,2");
    assertThat(graph.vertices()).containsExactly("a", "b", "c");
    assertThat(graph.edges()).containsExactly(new AttestationEdge<>("b", "c", 2, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a | 1 | 1 | expected attester,attestee[,cost[,capacity]], found 1 column",
        "a,b,1,2,3 | 1 | 9 | expected attester,attestee[,cost[,capacity]], found 5 columns",
        "a, | 1 | 3 | expected a name of 1 to 256 characters, found 0",
        "a,b;  ,c | 2 | 3 | expected a name of 1 to 256 characters, found 0",
        "a,b;a,c,-1 | 2 | 5 | expected a cost above 0 and up to 1e15, found \"-1\"",
        "a,b,0 | 1 | 5 | expected a cost above 0 and up to 1e15, found \"0\"",
        "a,b,NaN | 1 | 5 | expected a cost above 0 and up to 1e15, found \"NaN\"",
        "a,b,0x1p3 | 1 | 5 | expected a cost above 0 and up to 1e15, found \"0x1p3\"",
        "a,b,1e999 | 1 | 5 | expected a cost above 0 and up to 1e15, found \"1e999\"",
        "a,b,1.2.3 | 1 | 5 | expected a cost above 0 and up to 1e15, found \"1.2.3\"",
        "source,target,weight | 1 | 15 | expected a cost above 0 and up to 1e15, found \"weight\"",
        "a,b,1,-2 | 1 | 7 | expected a capacity of 0 to 1e15, found \"-2\"",
        "a,b\"c | 1 | 3 | a field with a quote in it has to be quoted as a whole",
        "a,\"b | 1 | 3 | this quote is never closed",
        "\"x;y\"z,b | 2 | 3 | after a closing quote comes a comma or the end of the line",
      })
  void saysWhereAndWhatWasExpected(String text, int line, int column, String problem) {
    assertThatThrownBy(() -> read(text.replace(';', '\n')))
        .isInstanceOfSatisfying(
            GraphFormatException.class,
            e -> {
              assertThat(e.getMessage())
                  .startsWith("test.csv, line %d, column %d: %s".formatted(line, column, problem));
              assertThat(e.source()).isEqualTo("test.csv");
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.column()).isEqualTo(column);
            });
  }

  @Test
  void showsNoControlCharactersFromTheText() {
    assertThatThrownBy(() -> read("a,b,\u001b[2J")).hasMessageEndingWith("found \"\uFFFD[2J\"");
  }

  @Test
  void boundsTheLengthOfLinesAndNames() {
    String longest = "x".repeat(GraphCsv.MAX_LABEL_CHARS);
    assertThatThrownBy(() -> read("a," + longest + "x")).hasMessageContaining("found 257");
    for (String start : new String[] {"", "#", "\"", "a,", "a,b,", "   "}) {
      assertThatThrownBy(() -> read(start + "x".repeat(GraphCsv.MAX_LINE_CHARS + 1)))
          .isInstanceOf(GraphFormatException.class)
          .hasMessageContaining("a line has at most 4096 characters");
    }
    assertThatThrownBy(() -> read("\"" + "\n".repeat(GraphCsv.MAX_LINE_CHARS + 1)))
        .hasMessageContaining("a line has at most 4096 characters");
  }

  @Test
  void boundsTheSizeOfTheGraph() {
    assertThatThrownBy(() -> GraphCsv.read("endless", new EndlessReader(i -> i + ",0\n")))
        .isInstanceOf(GraphFormatException.class)
        .hasMessage(
            "endless, line %d, column 1: too large: a graph has at most %d vertices",
            GraphBuilder.MAX_VERTICES + 1, GraphBuilder.MAX_VERTICES);
    assertThatThrownBy(() -> GraphCsv.read("endless", new EndlessReader(i -> "a,b\n")))
        .hasMessage(
            "endless, line %d, column 1: too large: a graph has at most %d edges",
            GraphBuilder.MAX_EDGES + 1, GraphBuilder.MAX_EDGES);
  }

  @Test
  void readsOrRefusesWhateverItIsGivenAndWritesItBackTheSame() {
    Seeds.forEach(
        300,
        20_000,
        seed -> {
          String text = hostileText(new Random(seed));
          try {
            AttestationGraph<String> graph = read(text);
            assertThat(read(written(graph))).isEqualTo(graph);
          } catch (GraphFormatException refused) {
            assertThat(refused.line()).isPositive();
            assertThat(refused.column()).isPositive();
          }
        });
  }

  @Test
  void writesWhatItReadsBack() throws Exception {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder()
            .edge("a,1", "say \"hi\"", 0.1, 1e15)
            .edge(" blank", "two\nlines", 1e-9, 0)
            .edge("#x", "\r", 3, 2)
            .vertex("on its own")
            .build();
    assertThat(read(written(graph))).isEqualTo(graph);
  }

  @Test
  void writesOnlyTheColumnsThatSaySomething() throws Exception {
    assertThat(written(read("b,a\na,b"))).isEqualTo("attester,attestee\na,b\nb,a\n");
    assertThat(written(read("b,a,2\nc,c"))).isEqualTo("attester,attestee,cost\nc,c\nb,a,2\n");
    assertThat(written(read("b,a,,2.5"))).isEqualTo("attester,attestee,cost,capacity\nb,a,1,2.5\n");
  }

  @Test
  void refusesToWriteNamesThatCannotBeReadBack() {
    for (String name : new String[] {"", "x".repeat(GraphCsv.MAX_LABEL_CHARS + 1)}) {
      AttestationGraph<String> graph = AttestationGraph.<String>builder().vertex(name).build();
      assertThatThrownBy(() -> written(graph)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void readsAHundredThousandEdges() throws Exception {
    String text =
        IntStream.range(0, 100_000)
            .mapToObj(i -> i % 997 + "," + i + ",1.5,20\n")
            .collect(Collectors.joining());
    assertThat(read(text).edgeCount()).isEqualTo(100_000 - 997);
  }

  /** Rows of a few pieces each, in which some characters were then replaced. */
  private static String hostileText(Random random) {
    String[] pieces = {
      "a", "b,", "c,d\n", ",", "\"", "\"\"", "\r", "\n", " ", "#", "1e5", "\uFEFF"
    };
    StringBuilder text = new StringBuilder("a,b,1,2\nc,d\n\"e,\"\"\",f,0.5\n");
    for (int i = random.nextInt(20); i > 0; i--) {
      text.insert(random.nextInt(text.length()), pieces[random.nextInt(pieces.length)]);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x10000));
    }
    return text.toString();
  }

  private static AttestationGraph<String> read(String text)
      throws IOException, GraphFormatException {
    return GraphCsv.read("test.csv", new StringReader(text));
  }

  private static String written(AttestationGraph<?> graph) throws IOException {
    StringWriter writer = new StringWriter();
    GraphCsv.write(graph, writer);
    return writer.toString();
  }
}
