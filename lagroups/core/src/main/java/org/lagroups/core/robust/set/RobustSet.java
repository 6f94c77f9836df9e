package org.lagroups.core.robust.set;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.RobustCore;
import org.lagroups.machine.NodeId;

/**
 * The t-robust members of a graph, and what ties each node to them.
 *
 * <p>Let at most t - 1 nodes be faulty, and do what they like: vanish, withdraw, or attest to
 * whomever they want. Then
 *
 * <ol>
 *   <li>every member, faulty or not, has an attestation from a correct member, and every member
 *       attests to a correct one: so the faulty ones alone bring nobody in, and cut no correct
 *       member off from all correct ones;
 *   <li>whoever is {@linkplain #assured assured} and correct remains a member, for as long as
 *       correct nodes go on attesting to each other.
 * </ol>
 *
 * <p>The second is not true of every member: one with just t attestations each way loses its place
 * when a single other goes. Assured are the members of the (2t - 1)-robust set, which has at least
 * 2t members if it has any: what t - 1 nodes take away leaves each of the others with t. That is
 * the most that can be said: of 2t nodes that all attest to each other, t faulty ones leave no
 * t-robust set at all.
 */
public record RobustSet(
    int threshold,
    SortedSet<NodeId> members,
    SortedSet<NodeId> assured,
    SortedMap<NodeId, Support> support) {

  /** No members by no rule. */
  public static final RobustSet NONE =
      new RobustSet(0, new TreeSet<>(), new TreeSet<>(), new TreeMap<>());

  public RobustSet {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    assured = Collections.unmodifiableSortedSet(new TreeSet<>(assured));
    support = Collections.unmodifiableSortedMap(new TreeMap<>(support));
  }

  /**
   * The largest set of nodes each with at least {@code threshold} attestations for and from others
   * of the set.
   *
   * @param threshold t, 1 or more
   */
  public static RobustSet of(AttestationGraph<NodeId> graph, int threshold) {
    List<NodeId> members = RobustCore.members(graph, threshold);
    return new RobustSet(
        threshold,
        new TreeSet<>(members),
        new TreeSet<>(RobustCore.members(graph, 2 * threshold - 1)),
        supportOf(graph, members));
  }

  /**
   * Members that others have agreed on, whether this graph bears them out or not.
   *
   * @param threshold t of their view, 0 or more
   */
  public static RobustSet ofAgreed(
      AttestationGraph<NodeId> graph, SortedSet<NodeId> members, int threshold) {
    List<NodeId> assured =
        threshold == 0
            ? List.copyOf(members)
            : RobustCore.members(graph.within(members), 2 * threshold - 1);
    return new RobustSet(threshold, members, new TreeSet<>(assured), supportOf(graph, members));
  }

  /** How each node of the graph is tied to these members. */
  private static SortedMap<NodeId, Support> supportOf(
      AttestationGraph<NodeId> graph, Collection<NodeId> members) {
    Set<NodeId> inside = Set.copyOf(members);
    SortedMap<NodeId, Support> support = new TreeMap<>();
    for (NodeId node : graph.vertices()) {
      support.put(
          node,
          new Support(count(graph.attesters(node), inside), count(graph.attestees(node), inside)));
    }
    return support;
  }

  private static int count(List<NodeId> nodes, Set<NodeId> inside) {
    return (int) nodes.stream().filter(inside::contains).count();
  }
}
