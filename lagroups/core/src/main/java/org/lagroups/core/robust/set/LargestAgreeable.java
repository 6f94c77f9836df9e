package org.lagroups.core.robust.set;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lagroups.core.attestation.ThresholdFunction;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.machine.NodeId;

/**
 * A large set of nodes that is robust by a threshold that depends on its own size. There may be
 * several that no other contains, two halves of a group that hardly know each other for instance:
 * that is why members have to agree on one.
 */
public final class LargestAgreeable {

  private LargestAgreeable() {}

  /**
   * Takes away whoever has the fewest attestations of a direction, of several the one with the
   * greatest ID, until all that are left have as many as so many need. One node is left at least,
   * if the graph has any.
   */
  public static SortedSet<NodeId> of(AttestationGraph<NodeId> graph, ThresholdFunction function) {
    NavigableSet<NodeId> left = new TreeSet<>(graph.vertices());
    while (!left.isEmpty()) {
      Map<NodeId, Integer> ties = tiesWithin(graph, left);
      int threshold = function.of(left.size());
      Optional<NodeId> weakest =
          left.stream()
              .filter(node -> ties.getOrDefault(node, 0) < threshold)
              .min(
                  Comparator.<NodeId>comparingInt(node -> ties.getOrDefault(node, 0))
                      .thenComparing(Comparator.reverseOrder()));
      if (weakest.isEmpty()) {
        break;
      }
      left.remove(weakest.get());
    }
    return left;
  }

  /** The fewer of each node's attestations from and for others of these. */
  private static Map<NodeId, Integer> tiesWithin(
      AttestationGraph<NodeId> graph, Set<NodeId> nodes) {
    Map<NodeId, Integer> ties = new HashMap<>();
    for (NodeId node : nodes) {
      ties.put(
          node, Math.min(count(graph.attesters(node), nodes), count(graph.attestees(node), nodes)));
    }
    return ties;
  }

  private static int count(List<NodeId> some, Set<NodeId> nodes) {
    return (int) some.stream().filter(nodes::contains).count();
  }
}
