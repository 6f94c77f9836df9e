package org.lagroups.core.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.robust.set.RobustSet;
import org.lagroups.machine.NodeId;

/**
 * What has to be true of robust members, written down a second time and in the plainest way: each
 * function answers with complaints.
 */
public final class RobustProperties {

  private RobustProperties() {}

  /** The members are the largest set in which each has t attestations for and from others. */
  public static List<String> ofDefinition(AttestationGraph<NodeId> graph, RobustSet set) {
    SortedSet<NodeId> expected = naively(graph, set.threshold());
    return expected.equals(set.members())
        ? List.of()
        : List.of("members are %s, not %s".formatted(expected, set.members()));
  }

  /**
   * With fewer faulty nodes than t, every member is vouched for by a correct member, and vouches
   * for one.
   */
  public static List<String> ofSoundness(
      AttestationGraph<NodeId> graph, Set<NodeId> members, Set<NodeId> faulty) {
    List<String> complaints = new ArrayList<>();
    Set<NodeId> correct = new TreeSet<>(members);
    correct.removeAll(faulty);
    for (NodeId member : members) {
      if (graph.attesters(member).stream().noneMatch(correct::contains)) {
        complaints.add("no correct member attests to " + member.abbreviated());
      }
      if (graph.attestees(member).stream().noneMatch(correct::contains)) {
        complaints.add(member.abbreviated() + " attests to no correct member");
      }
    }
    return complaints;
  }

  /** Who was assured and is correct is still a member. */
  public static List<String> ofPersistence(
      Set<NodeId> assuredBefore, Set<NodeId> membersNow, Set<NodeId> faulty) {
    return assuredBefore.stream()
        .filter(node -> !faulty.contains(node) && !membersNow.contains(node))
        .map(node -> "%s was assured and is no member".formatted(node.abbreviated()))
        .toList();
  }

  /** Takes one node after another away, in the order of IDs, until all that is left has enough. */
  private static SortedSet<NodeId> naively(AttestationGraph<NodeId> graph, int threshold) {
    SortedSet<NodeId> left = new TreeSet<>(graph.vertices());
    while (left.removeIf(node -> !hasEnough(graph, node, List.copyOf(left), threshold))) {
      // The next round looks at those that have lost somebody.
    }
    return left;
  }

  private static boolean hasEnough(
      AttestationGraph<NodeId> graph, NodeId node, Collection<NodeId> among, int threshold) {
    return among.stream().filter(other -> graph.hasEdge(other, node)).count() >= threshold
        && among.stream().filter(other -> graph.hasEdge(node, other)).count() >= threshold;
  }
}
