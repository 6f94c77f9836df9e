package org.lagroups.core.graph;

import java.util.List;

/** What it takes to part one node from another by removing others. */
public sealed interface VertexCut<V> {

  /** The node that is to reach the other. */
  V from();

  /** The node that is to be reached. */
  V to();

  /**
   * A smallest set of nodes without which no path is left.
   *
   * @param members in natural order; none if there was no path to begin with
   */
  record Separator<V>(V from, V to, List<V> members) implements VertexCut<V> {

    /** Copies {@code members}. */
    public Separator {
      members = List.copyOf(members);
    }

    /** The number of members: the number of vertex-disjoint paths (Menger's theorem). */
    public int size() {
      return members.size();
    }
  }

  /** No removal parts them: the one attests to the other directly. */
  record DirectAttestation<V>(V from, V to) implements VertexCut<V> {}
}
