package org.lagroups.core.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;

final class GraphDotTest {

  @Test
  void readsNodesEdgesAndChains() throws Exception {
    AttestationGraph<String> graph =
        read(
            """
            # made by hand
            strict digraph "my friends" {
              rankdir=LR; node [shape=circle, label="?"]
              a -> b -> c [cost=2.5 color=red; capacity="7"] // a chain
              b->a[cost=.5][capacity=0];
              /* on its own */ d
            }
            """);
    assertThat(graph.vertices()).containsExactly("a", "b", "c", "d");
    assertThat(graph.edges())
        .containsExactly(
            new AttestationEdge<>("a", "b", 2.5, 7),
            new AttestationEdge<>("b", "a", 0.5, 0),
            new AttestationEdge<>("b", "c", 2.5, 7));
  }

  @Test
  void takesDefaultsOfEdgesFromThereOn() throws Exception {
    assertThat(read("digraph{a->b edge[cost=3] b->c b->d[cost=4]}").edges())
        .containsExactly(
            new AttestationEdge<>("a", "b", 1, 1),
            new AttestationEdge<>("b", "c", 3, 1),
            new AttestationEdge<>("b", "d", 4, 1));
  }

  @Test
  void readsNamesInAllTheirForms() throws Exception {
    assertThat(read("DIGRAPH { Zoë_1; -3.5; .5; \"say \\\"hi\\\"\"; \"two\\\nparts\"; \"node\" }"))
        .extracting(AttestationGraph::vertices)
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrder("Zoë_1", "-3.5", ".5", "say \"hi\"", "twoparts", "node");
  }

  @Test
  void callsNodesByTheirLabels() throws Exception {
    AttestationGraph<String> graph =
        read("digraph { 1 -> 2 -> 3; 2 [label=\"\"]; 1 [label=\"a \\\\ \\N\\nb\"] }");
    assertThat(graph.vertices()).containsExactly("2", "3", "a \\ 1\nb");
    assertThat(graph.hasEdge("a \\ 1\nb", "2")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "graph { a -- b } | 1 | 1 | undirected graphs are not supported",
        "digraph { a -- b } | 1 | 13 | undirected edges (--) are not supported",
        "digraph {; subgraph x { } } | 1 | 10 | expected a node, an edge or }, found ;",
        "digraph {~ subgraph x { } } | 2 | 2 | subgraphs are not supported",
        "digraph { { a } } | 1 | 11 | subgraphs are not supported",
        "digraph { a -> { b c } } | 1 | 16 | subgraphs are not supported",
        "digraph { a:n -> b } | 1 | 12 | ports (:) are not supported",
        "digraph { a [label=<b>] } | 1 | 20 | HTML names (<...>) are not supported",
        "digraph { \"a\" + \"b\" } | 1 | 15 | joined texts (+) are not supported",
        "digraph { 1a } | 1 | 12 | expected the end of the number",
        "digraph { - } | 1 | 12 | expected a number",
        "digraph { a ->~ } | 2 | 2 | expected a node, found }",
        "digraph { a -> edge } | 1 | 16 | expected a node, found \"edge\"",
        "digraph { a -> b [cost=0] } | 1 | 24 | expected a cost above 0 and up to 1e15, found \"0\"",
        "digraph { a -> b [capacity=x] } | 1 | 28 | expected a capacity of 0 to 1e15, found \"x\"",
        "digraph { a -> b [cost] } | 1 | 23 | expected =, found ]",
        "digraph { a [label=x]; b [label=x] } | 1 | 33 | expected a name of its own",
        "digraph { a [label=b]; b } | 1 | 20 | expected a name of its own",
        "digraph { \"\" } | 1 | 11 | expected a name of 1 to 256 characters, found 0",
        "digraph { \"a | 1 | 11 | this quote is never closed",
        "digraph { /* a | 1 | 11 | this comment is never closed",
        "digraph { / } | 1 | 11 | expected a comment after /",
        "digraph { a ! b } | 1 | 13 | expected a name, a number or one of",
        "digraph { a | 1 | 12 | expected a node, an edge or }, found the end of the text",
        "digraph { } digraph { } | 1 | 13 | expected the end of the text after the graph",
        "a,b | 1 | 1 | expected digraph, found \"a\"",
        "`` | 1 | 1 | expected digraph, found the end of the text",
      })
  void saysWhereAndWhatWasExpected(String text, int line, int column, String problem) {
    assertThatThrownBy(() -> read(text.replace('~', '\n')))
        .isInstanceOf(GraphFormatException.class)
        .hasMessageStartingWith(
            "test.dot, line %d, column %d: %s".formatted(line, column, problem));
  }

  @Test
  void boundsTokensChainsAndNames() {
    String longest = "x".repeat(GraphCsv.MAX_LABEL_CHARS);
    assertThatThrownBy(() -> read("digraph{" + longest + "x}")).hasMessageContaining("found 257");
    assertThatThrownBy(() -> read("digraph{a[label=" + longest + "x]}"))
        .hasMessageContaining("found 257");
    for (String start : new String[] {"a", "\"", "1"}) {
      assertThatThrownBy(
              () -> GraphDot.read("endless", new EndlessReader(i -> i == 0 ? start : "1")))
          .isInstanceOf(GraphFormatException.class)
          .hasMessageContaining("at most 4096 characters");
    }
    assertThatThrownBy(() ->
            GraphDot.read(
                "endless", new EndlessReader(i -> i == 0 ? "digraph { a" : " -> a" + i % 9)))
        .hasMessageContaining("a chain of edges has at most 4096 nodes");
  }

  @Test
  void boundsTheSizeOfTheGraph() {
    assertThatThrownBy(() ->
            GraphDot.read("endless", new EndlessReader(i -> i == 0 ? "digraph {\n" : i + "\n")))
        .hasMessage(
            "endless, line %d, column 1: too large: a graph has at most %d vertices",
            GraphBuilder.MAX_VERTICES + 2, GraphBuilder.MAX_VERTICES);
  }

  @Test
  void writesForDrawingAndForReading() throws Exception {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder()
            .edge("b", "a")
            .edge("a", "b", 2.5, 1)
            .edge("b", "c", 1, 1e-9)
            .edge("a", "c", 3, 0)
            .build();
    assertThat(written(graph))
        .isEqualTo(
            """
            digraph attestations {
              n0 [label="a"];
              n1 [label="b"];
              n2 [label="c"];
              n0 -> n1 [cost=2.5];
              n0 -> n2 [cost=3, capacity=0];
              n1 -> n0;
              n1 -> n2 [capacity="1.0E-9"];
            }
            """);
    assertThat(read(written(graph))).isEqualTo(graph);
  }

  @Test
  void letsNoNameBreakOutOfItsQuotes() throws Exception {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder()
            .vertex("\"];evil\\\n\u0007")
            .vertex("\\\"")
            .vertex("\\n")
            .vertex("\r\n")
            .vertex("n1")
            .vertex("\\N\\")
            .build();
    assertThat(written(graph)).contains("[label=\"\\\"];evil\\\\\\n\u0007\"];");
    assertThat(read(written(graph))).isEqualTo(graph);
  }

  private static AttestationGraph<String> read(String text)
      throws IOException, GraphFormatException {
    return GraphDot.read("test.dot", new StringReader(text));
  }

  private static String written(AttestationGraph<?> graph) throws IOException {
    StringWriter writer = new StringWriter();
    GraphDot.write(graph, writer);
    return writer.toString();
  }
}
