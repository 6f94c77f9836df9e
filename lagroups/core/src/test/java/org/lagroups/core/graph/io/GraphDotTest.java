package org.lagroups.core.graph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.lagroups.core.graph.AttestationGraph;

final class GraphDotTest {

  @Test
  void drawsVerticesAndEdgesWithTheirCosts() throws IOException {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder().edge("b", "a").edge("a", "b", 2.5, 1).build();
    assertThat(dot(graph))
        .isEqualTo(
            """
            digraph attestations {
              n0 [label="Node a"];
              n1 [label="Node b"];
              n0 -> n1 [label="2.5"];
              n1 -> n0;
            }
            """);
  }

  @Test
  void letsNoNameBreakOutOfItsQuotes() throws IOException {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder().vertex("\"];evil\\\n\u0007").build();
    assertThat(dot(graph)).contains("n0 [label=\"Node \\\"];evil\\\\\\n\uFFFD\"];");
  }

  private static String dot(AttestationGraph<String> graph) throws IOException {
    StringWriter writer = new StringWriter();
    GraphDot.write(graph, name -> "Node " + name, writer);
    return writer.toString();
  }
}
