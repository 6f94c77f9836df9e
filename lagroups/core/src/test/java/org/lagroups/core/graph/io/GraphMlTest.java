package org.lagroups.core.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;

final class GraphMlTest {

  @Test
  void readsCostsAndCapacitiesByTheNamesOfTheirKeys() throws Exception {
    AttestationGraph<String> graph =
        read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- friends -->
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="d0" for="edge" attr.name="weight" attr.type="double"/>
              <key id="d1" for="all" attr.name="capacity"><desc>x</desc><default>4</default></key>
              <key id="cost" for="node" attr.name="cost"/>
              <graph edgedefault="directed">
                <desc>Who trusts whom</desc>
                <edge source="a" target="b"><data key="d0"> 2.5 </data></edge>
                <node id="a"><data key="cost">red</data></node>
                <node id="b"/><node id="&lt;c&#10;&gt;"/>
                <edge source="b" target="&lt;c&#10;&gt;">
                  <data key="d1">7</data><data key="else"><deep>er</deep></data>
                </edge>
              </graph>
            </graphml>
            """);
    assertThat(graph.vertices()).containsExactly("<c\n>", "a", "b");
    assertThat(graph.edges())
        .containsExactly(
            new AttestationEdge<>("a", "b", 2.5, 4), new AttestationEdge<>("b", "<c\n>", 1, 7));
  }

  @Test
  void passesOverAByteOrderMark() throws Exception {
    assertThat(read("\uFEFF" + graph("directed", "<node id='a'/>")).vertices())
        .containsExactly("a");
  }

  @Test
  void takesAnUndirectedEdgeAsTwoAttestations() throws Exception {
    String nodes = "<node id='a'/><node id='b'/><node id='c'/>";
    AttestationGraph<String> undirected =
        read(
            graph(
                "undirected",
                nodes
                    + "<edge source='a' target='b'/>"
                    + "<edge source='b' target='c' directed='true'/>"));
    assertThat(undirected.edges().map(e -> e.attester() + e.attestee()))
        .containsExactly("ab", "ba", "bc");
    AttestationGraph<String> directed =
        read(graph("directed", nodes + "<edge source='a' target='b' directed='false'/>"));
    assertThat(directed.edges().map(e -> e.attester() + e.attestee())).containsExactly("ab", "ba");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<node/> | expected <node id=\"…\">",
        "<node id='a'/><node id='a'/> | expected an ID of its own",
        "<edge source='a'/> | expected <edge target=\"…\">",
        "<edge source='a' target='b'/> | expected the ID of a node, found \"a\"",
        "<edge source='a' target='b' directed='maybe'/> | expected directed=\"true\" or \"false\"",
        "<edge source='a' target='b' sourceport='p'/> | ports are not supported",
        "<edge source='a' target='b'><graph/></edge> | graphs within edges are not supported",
        "<edge source='a' target='b'><data key='c'>0</data></edge> | expected a cost above 0",
        "<edge source='a' target='b'><data key='c'><x/></data></edge> | expected a text, found <x>",
        "<node id='a'><graph/></node> | graphs within nodes are not supported",
        "<node id='a'><port name='p'/></node> | ports are not supported",
        "<hyperedge/> | hyperedges are not supported",
        "<vertex id='a'/> | expected node, edge, data or desc, found <vertex>",
        "</graph><graph> | several graphs in one file are not supported",
        "&xxe; | expected XML: ",
        "<node id='a' id='b'/> | expected XML: ",
        "</node> | expected XML: ",
      })
  void saysWhatItDoesNotTake(String content, String problem) {
    assertThatThrownBy(() -> read(graph("directed", content)))
        .isInstanceOf(GraphFormatException.class)
        .hasMessageStartingWith("test.graphml, line ")
        .hasMessageContaining(": " + problem);
  }

  @Test
  void saysWhereTheTagBegins() {
    assertThatThrownBy(
            () -> read("<graphml>\n <graph edgedefault='directed'>\n  <node id='a'/><edge/>"))
        .hasMessage("test.graphml, line 3, column 17: expected <edge source=\"…\">");
    assertThatThrownBy(() -> read("<graphml>\n <graph edgedefault='both'>"))
        .hasMessage(
            "test.graphml, line 2, column 2: expected edgedefault=\"directed\" or \"undirected\"");
    assertThatThrownBy(() -> read("<graphml>\n</graphml>"))
        .hasMessageContaining("expected <graph>, found the end of <graphml>");
    assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("line 1, column 1: expected XML");
    assertThatThrownBy(() -> read("")).hasMessageContaining("expected XML");
    assertThatThrownBy(() -> read("<svg/>"))
        .hasMessageContaining("expected <graphml>, found <svg>");
    assertThatThrownBy(() -> read("<graphml><graph edgedefault='directed'/></graphml> x"))
        .hasMessageContaining("expected XML");
    assertThatThrownBy(() ->
            read(
                "<graphml><key id='a' attr.name='cost'/>"
                    + "<key id='b' attr.name='weight'/></graphml>"))
        .hasMessageContaining("expected one key for the cost, found another");
    assertThatThrownBy(() -> read("<?xml version='1.0' encoding='ISO-8859-1'?><graphml/>"))
        .hasMessageContaining("expected the encoding UTF-8");
  }

  @Test
  void fetchesAndExpandsNothing() {
    String bomb =
        "<!DOCTYPE graphml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
            + graph("directed", "<node id='&b;'/>");
    assertThatThrownBy(() -> read(bomb)).isInstanceOf(GraphFormatException.class);
    String external =
        "<!DOCTYPE graphml SYSTEM \"file:///nowhere/at/all.dtd\">" + graph("directed", "");
    assertThatThrownBy(() -> read(external))
        .hasMessageContaining("document types (<!DOCTYPE) are refused");
  }

  @Test
  void boundsDepthAndLength() {
    assertThatThrownBy(() -> read("<graphml><data>" + "<a>".repeat(GraphMl.MAX_DEPTH)))
        .hasMessageContaining("at most 64 deep");
    for (String start : new String[] {"<graphml><!--", "<graphml>", "<graphml a='"}) {
      assertThatThrownBy(
              () -> GraphMl.read("endless", new EndlessReader(i -> i == 0 ? start : "x")))
          .isInstanceOf(GraphFormatException.class)
          .hasMessageContaining("at most 65,536 characters");
    }
    assertThatThrownBy(() -> read(graph("directed", "<node id='" + "x".repeat(257) + "'/>")))
        .hasMessageContaining("found 257");
  }

  @Test
  void boundsTheSizeOfTheGraph() {
    assertTooLarge(i -> "<node id='" + i + "'/>");
    assertTooLarge(i -> "<edge source='" + i + "' target='x" + i + "'/>");
  }

  @Test
  void writesWhatItReadsBack() throws Exception {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder()
            .edge("a&<>\"'", "\ttwo\r\nlines ", 0.1, 1e15)
            .edge(" blank", "\uD83D\uDE00", 1e-9, 0)
            .edge("b", "c")
            .vertex("on its own")
            .build();
    assertThat(read(written(graph))).isEqualTo(graph);
    assertThat(written(graph)).contains("<edge source=\"b\" target=\"c\"/>");
  }

  @Test
  void refusesToWriteWhatXmlCannotSay() {
    for (String name : new String[] {"", "x".repeat(257), "\u0007", "\uD800", "\uFFFF"}) {
      AttestationGraph<String> graph = AttestationGraph.<String>builder().vertex(name).build();
      assertThatThrownBy(() -> written(graph)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void assertTooLarge(IntFunction<String> element) {
    assertThatThrownBy(() ->
            GraphMl.read(
                "endless", new EndlessReader(i -> i == 0 ? "<graphml><graph>" : element.apply(i))))
        .isInstanceOf(GraphFormatException.class)
        .hasMessageContaining("too large: a graph has at most 200000 vertices");
  }

  private static String graph(String edgedefault, String content) {
    return "<graphml>\n<key id='c' for='edge' attr.name='cost'/>\n<graph edgedefault='"
        + edgedefault
        + "'>\n"
        + content
        + "\n</graph></graphml>";
  }

  private static AttestationGraph<String> read(String text)
      throws IOException, GraphFormatException {
    return GraphMl.read("test.graphml", new StringReader(text));
  }

  private static String written(AttestationGraph<?> graph) throws IOException {
    StringWriter writer = new StringWriter();
    GraphMl.write(graph, writer);
    return writer.toString();
  }
}
