package org.lagroups.core.graph;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Graphs for tests. */
final class Graphs {

  private Graphs() {}

  /** Reads "a>b b>c d": edges, and vertices on their own. */
  static AttestationGraph<String> of(String text) {
    GraphBuilder<String> builder = AttestationGraph.builder();
    for (String word : text.split(" ", -1)) {
      int arrow = word.indexOf('>');
      if (arrow < 0) {
        builder.vertex(word);
      } else {
        builder.edge(word.substring(0, arrow), word.substring(arrow + 1));
      }
    }
    return builder.build();
  }

  /** With {@code n} vertices from 0 up, each possible edge being there with some probability. */
  static AttestationGraph<Integer> random(RandomGenerator random, int n, double density) {
    GraphBuilder<Integer> builder = AttestationGraph.builder();
    for (int v = 0; v < n; v++) {
      builder.vertex(v);
      for (int w = 0; w < n; w++) {
        if (v != w && random.nextDouble() < density) {
          builder.edge(v, w, 1 + random.nextInt(20), random.nextInt(10));
        }
      }
    }
    return builder.build();
  }

  /** With edges in both directions between all of {@code n} vertices from 0 up. */
  static AttestationGraph<Integer> complete(int n) {
    GraphBuilder<Integer> builder = AttestationGraph.builder();
    for (int v = 0; v < n; v++) {
      for (int w = 0; w < n; w++) {
        builder.edge(v, w);
      }
    }
    return builder.build();
  }

  /** 0 to 1 to 2 and so on, {@code edges} long. */
  static AttestationGraph<Integer> chain(int edges) {
    GraphBuilder<Integer> builder = AttestationGraph.builder();
    for (int v = 0; v < edges; v++) {
      builder.edge(v, v + 1);
    }
    return builder.build();
  }

  /** Without some of its vertices. */
  static <V extends Comparable<? super V>> AttestationGraph<V> without(
      AttestationGraph<V> graph, Iterable<V> gone) {
    Set<V> missing = new HashSet<>();
    gone.forEach(missing::add);
    GraphBuilder<V> builder = AttestationGraph.builder();
    graph.vertices().stream().filter(v -> !missing.contains(v)).forEach(builder::vertex);
    graph
        .edges()
        .filter(edge -> !missing.contains(edge.attester()) && !missing.contains(edge.attestee()))
        .forEach(e -> builder.edge(e.attester(), e.attestee(), e.cost(), e.capacity()));
    return builder.build();
  }
}
