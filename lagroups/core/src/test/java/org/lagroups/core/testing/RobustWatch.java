package org.lagroups.core.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.robust.set.RobustSet;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.check.Checker;
import org.lagroups.simnet.check.Findings;

/**
 * Watches from outside that robust membership withstands the faults of some nodes: in what every
 * correct node sees, every member is tied to a correct one; and in what every correct node sees
 * that was assured itself when the faults began, whoever was assured then and is correct remains a
 * member. Of others, faulty nodes may be the only ones that vouch for them: then nobody tells them
 * anything any more. What nodes see is also computed anew.
 */
public final class RobustWatch implements Checker {

  private final GroupId group;
  private final List<SimNode<AttestingNode>> correct;
  private final Set<NodeId> faulty = new TreeSet<>();
  private final Map<NodeId, SortedSet<NodeId>> assuredBefore = new TreeMap<>();

  /** From now on these are faulty and the others correct. */
  public RobustWatch(
      GroupId group, List<SimNode<AttestingNode>> nodes, List<SimNode<AttestingNode>> faulty) {
    this.group = group;
    this.correct = nodes.stream().filter(node -> !faulty.contains(node)).toList();
    faulty.forEach(node -> this.faulty.add(node.id()));
    correct.forEach(node -> assuredBefore.put(node.id(), setOf(node).assured()));
  }

  /** Whom the correct nodes took for assured, all of them together. */
  public Set<NodeId> assuredByAll() {
    Set<NodeId> assured = new TreeSet<>();
    assuredBefore.values().forEach(assured::addAll);
    assuredBefore.values().forEach(assured::retainAll);
    return assured;
  }

  @Override
  public void check(Findings findings) {
    for (SimNode<AttestingNode> node : correct) {
      RobustSet set = setOf(node);
      AttestationGraph<NodeId> graph = node.app().groups().attestations(group);
      RobustProperties.ofDefinition(graph, set).forEach(what -> report(findings, node, what));
      RobustProperties.ofSoundness(graph, set.members(), faulty)
          .forEach(what -> report(findings, node, what));
      SortedSet<NodeId> assured = assuredBefore.getOrDefault(node.id(), new TreeSet<>());
      if (assured.contains(node.id())) {
        RobustProperties.ofPersistence(assured, set.members(), faulty)
            .forEach(what -> report(findings, node, what));
      }
    }
  }

  private RobustSet setOf(SimNode<AttestingNode> node) {
    return node.app().robust().status(group).set();
  }

  private static void report(Findings findings, SimNode<AttestingNode> node, String what) {
    findings.report("to " + node.name() + ", " + what);
  }
}
