package org.lagroups.scenarios.adversary.check;

import java.util.List;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.world.Member;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/**
 * The honest part of a group.
 *
 * @param count how many nodes are honest: those with the lowest numbers
 */
public record Honest(Simulation sim, MemberGroup group, Ledger ledger, int count) {

  /** The honest nodes, by number. */
  public List<SimNode<Member>> nodes() {
    return group.nodes().subList(0, count);
  }

  /** The others. */
  public List<SimNode<Member>> adversaries() {
    return group.nodes().subList(count, group.nodes().size());
  }

  /** Whether a node is honest; nodes that were made up are not. */
  public boolean contains(NodeId node) {
    return nodes().stream().anyMatch(honest -> honest.id().equals(node));
  }

  /** The view of an honest node. */
  public AttestationGraph<NodeId> viewOf(SimNode<Member> node) {
    return node.app().groups().attestations(group.id());
  }

  /** Whether every honest node has every other in its view. */
  public boolean seeEachOther() {
    return nodes().stream()
        .allMatch(node -> nodes().stream().map(SimNode::id).allMatch(viewOf(node)::contains));
  }
}
