package org.lagroups.core.graph;

import java.util.List;

/**
 * A largest flow from one node to another, and a smallest cut that proves that there is none
 * larger.
 *
 * @param value how much flows, in the unit of the capacities
 * @param shares by edge that carries some of it, by attester and then attestee
 * @param cut edges of which every path uses one, and whose capacities add up to {@code value}; by
 *     attester and then attestee
 */
public record MaxFlow<V>(
    V from, V to, double value, List<Share<V>> shares, List<AttestationEdge<V>> cut) {

  /** Copies both lists. */
  public MaxFlow {
    shares = List.copyOf(shares);
    cut = List.copyOf(cut);
  }

  /**
   * What goes along one edge.
   *
   * @param amount above 0, up to the edge's capacity
   */
  public record Share<V>(AttestationEdge<V> edge, double amount) {}
}
