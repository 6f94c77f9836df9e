package org.lagroups.wormguard.cooperate.protocol;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Member;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** The other members of a group, as far as this node sees them; none once it has left. */
final class Members {

  private final Environment<GuardTimer> environment;
  private final LaGroups groups;
  private final GroupId group;

  Members(Environment<GuardTimer> environment, LaGroups groups, GroupId group) {
    this.environment = environment;
    this.groups = groups;
    this.group = group;
  }

  /** Who attests to whom. */
  AttestationGraph<NodeId> view() {
    return isIn()
        ? groups.attestations(group)
        : AttestationGraph.<NodeId>builder().vertex(environment.self()).build();
  }

  private boolean isIn() {
    return groups.groups().contains(group);
  }

  /** Whether a node is in the view, this one included. */
  boolean has(NodeId node) {
    return node.equals(environment.self()) || keys(node).isPresent();
  }

  /** The keys of a node in the view. */
  Optional<PublicIdentity> keys(NodeId node) {
    return isIn() ? groups.member(group, node).map(Member::identity) : Optional.empty();
  }

  /** Those that can be told something now, in the order of IDs. */
  List<NodeId> linked() {
    return view().vertices().stream()
        .filter(node -> !node.equals(environment.self()))
        .filter(environment::isLinked)
        .filter(this::has)
        .sorted()
        .toList();
  }
}
