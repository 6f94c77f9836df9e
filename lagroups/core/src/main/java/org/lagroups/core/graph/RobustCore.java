package org.lagroups.core.graph;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.graph.compact.Peeling;

/**
 * The t-robust core: the largest set of nodes that each have attestations for and from at least t
 * others of the set (paper, section 2.2, "A t-robust group membership protocol"). With up to t - 1
 * faulty nodes, every member of it is vouched for by a correct one, and vouches for one.
 *
 * <p>Functions only; any thread. In time linear in the size of the graph.
 */
public final class RobustCore {

  private RobustCore() {}

  /**
   * The members of the core in natural order; none if there is no such set.
   *
   * @param t how many attestations each way; 1 or more
   * @throws IllegalArgumentException if t is below 1
   */
  public static <V> List<V> members(AttestationGraph<V> graph, int t) {
    if (t < 1) {
      throw new IllegalArgumentException("t is 1 or more, not " + t);
    }
    boolean[] inside = Peeling.core(graph.out(), graph.in(), t);
    List<V> members = new ArrayList<>();
    for (int v = 0; v < inside.length; v++) {
      if (inside[v]) {
        members.add(graph.vertexAt(v));
      }
    }
    return List.copyOf(members);
  }
}
