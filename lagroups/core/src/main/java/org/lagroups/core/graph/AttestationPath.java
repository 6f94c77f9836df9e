package org.lagroups.core.graph;

import java.util.List;

/**
 * A way through the graph along attestations, without a vertex twice.
 *
 * @param vertices from the first node to the last; at least one
 * @param cost the sum of its edges' costs, unit-less
 */
public record AttestationPath<V>(List<V> vertices, double cost) {

  /**
   * Copies {@code vertices}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public AttestationPath {
    vertices = List.copyOf(vertices);
    if (vertices.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one vertex");
    }
  }

  /** The number of edges; 0 for a path that stays where it is. */
  public int hops() {
    return vertices.size() - 1;
  }

  /** What lies between the two ends: the nodes on which the path depends. */
  public List<V> between() {
    return hops() < 2 ? List.of() : vertices.subList(1, hops());
  }
}
