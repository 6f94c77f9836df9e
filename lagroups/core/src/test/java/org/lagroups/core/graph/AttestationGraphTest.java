package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jgrapht.Graph;
import org.junit.jupiter.api.Test;

final class AttestationGraphTest {

  @Test
  void hasPartsThatKeepTheirEdges() {
    AttestationGraph<String> graph = Graphs.of("a>b b>c c>a a>d d e");
    assertThat(graph.within(List.of("c", "a", "d", "unknown"))).isEqualTo(Graphs.of("c>a a>d"));
    assertThat(graph.without("a")).isEqualTo(Graphs.of("b>c d e"));
    assertThat(graph.without("unknown")).isSameAs(graph);
    assertThat(graph.within(List.of())).isEqualTo(AttestationGraph.<String>builder().build());
  }

  @Test
  void takesOtherCapacities() {
    AttestationGraph<String> graph = Graphs.of("a>b b>a");
    AttestationGraph<String> other =
        graph.withCapacities(edge -> edge.attester().equals("a") ? 7 : 0);
    assertThat(other.edge("a", "b")).contains(new AttestationEdge<>("a", "b", 1, 7));
    assertThat(other.edge("b", "a")).contains(new AttestationEdge<>("b", "a", 1, 0));
    assertThatThrownBy(() -> graph.withCapacities(edge -> -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void standsInNaturalOrderHoweverItWasBuilt() {
    AttestationGraph<String> graph = Graphs.of("c>a b>c a>b a>c d");
    assertThat(graph.vertices()).containsExactly("a", "b", "c", "d");
    assertThat(graph.edges().map(edge -> edge.attester() + edge.attestee()))
        .containsExactly("ab", "ac", "bc", "ca");
    assertThat(graph).isEqualTo(Graphs.of("d a>c a>b b>c c>a"));
    assertThat(graph).hasSameHashCodeAs(Graphs.of("d a>c a>b b>c c>a"));
    assertThat(graph).isNotEqualTo(Graphs.of("a>c a>b b>c c>a"));
  }

  @Test
  void knowsWhoAttestsToWhom() {
    AttestationGraph<String> graph = Graphs.of("c>a b>c a>b a>c d");
    assertThat(graph.attestees("a")).containsExactly("b", "c");
    assertThat(graph.attesters("c")).containsExactly("a", "b");
    assertThat(graph.attesters("d")).isEmpty();
    assertThat(graph.attestees("nobody")).isEmpty();
    assertThat(graph.hasEdge("a", "c")).isTrue();
    assertThat(graph.hasEdge("c", "b")).isFalse();
    assertThat(graph.hasEdge("nobody", "b")).isFalse();
    assertThat(graph.contains("d")).isTrue();
    assertThat(graph.contains("nobody")).isFalse();
  }

  @Test
  void leavesSelfEdgesOutButKeepsTheirVertex() {
    AttestationGraph<String> graph = Graphs.of("a>a");
    assertThat(graph.vertices()).containsExactly("a");
    assertThat(graph.edgeCount()).isZero();
  }

  @Test
  void letsTheLastOfSeveralEqualEdgesCount() {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder()
            .edge("a", "b", 5, 6)
            .edge("b", "a", 1, 1)
            .edge("a", "b", 2, 3)
            .build();
    assertThat(graph.edgeCount()).isEqualTo(2);
    assertThat(graph.edge("a", "b")).contains(new AttestationEdge<>("a", "b", 2, 3));
  }

  @Test
  void mayBeEmpty() {
    AttestationGraph<String> graph = AttestationGraph.<String>builder().build();
    assertThat(graph.vertices()).isEmpty();
    assertThat(graph.edges()).isEmpty();
    assertThat(graph.asJGraphT().vertexSet()).isEmpty();
  }

  @Test
  void refusesCostsAndCapacitiesOutOfRange() {
    GraphBuilder<String> builder = AttestationGraph.builder();
    for (double cost : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e16}) {
      assertThatThrownBy(() -> builder.edge("a", "b", cost, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (double capacity : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e16}) {
      assertThatThrownBy(() -> builder.edge("a", "b", 1, capacity))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new AttestationEdge<>("a", "a", 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.build().vertices()).isEmpty();
  }

  @Test
  void boundsItsVerticesAndEdges() {
    GraphBuilder<Integer> builder = AttestationGraph.builder();
    for (int v = 0; v < GraphBuilder.MAX_VERTICES; v++) {
      builder.vertex(v);
    }
    assertThatThrownBy(() -> builder.vertex(GraphBuilder.MAX_VERTICES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("200000 vertices");
    for (int e = 0; e < GraphBuilder.MAX_EDGES; e++) {
      builder.edge(e % 1_000, 1_000 + e / 1_000);
    }
    assertThatThrownBy(() -> builder.edge(0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2000000 edges");
    assertThat(builder.build().edgeCount()).isEqualTo(GraphBuilder.MAX_EDGES);
  }

  @Test
  void showsItselfAsJGraphT() {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder().edge("a", "b", 5, 6).vertex("c").build();
    Graph<String, AttestationEdge<String>> other = graph.asJGraphT();
    assertThat(List.copyOf(other.vertexSet())).containsExactly("a", "b", "c");
    AttestationEdge<String> edge = other.getEdge("a", "b");
    assertThat(edge).isEqualTo(new AttestationEdge<>("a", "b", 5, 6));
    assertThat(other.getEdgeWeight(edge)).isEqualTo(5);
    assertThatThrownBy(() -> other.addVertex("d"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
