package org.lagroups.core.group.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.group.spread.Allowance;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** The groups to which this node belongs, in the order of IDs. */
final class GroupTable {

  private final TreeMap<GroupId, Membership> byId = new TreeMap<>();

  /** A group, and who takes what peers send about it. */
  record Membership(GroupState state, GroupInbox inbox) {}

  void add(Membership membership) {
    byId.put(membership.state().group(), membership);
  }

  void remove(GroupId group) {
    byId.remove(group);
  }

  Optional<Membership> find(GroupId group) {
    return Optional.ofNullable(byId.get(group));
  }

  /**
   * The state of a group.
   *
   * @throws UnknownGroupException if this node does not belong to it
   */
  GroupState get(GroupId group) {
    return find(group).orElseThrow(() -> new UnknownGroupException(group)).state();
  }

  Set<GroupId> ids() {
    return Collections.unmodifiableSet(new TreeSet<>(byId.keySet()));
  }

  /** A snapshot of all of them. */
  List<Membership> all() {
    return List.copyOf(byId.values());
  }

  /** What a peer may cost: more if it is in some view, or one whom this node wants to meet. */
  Allowance allowanceOf(NodeId peer) {
    return isAcquaintance(peer) ? Allowance.ACQUAINTANCE : Allowance.STRANGER;
  }

  private boolean isAcquaintance(NodeId peer) {
    return byId.values().stream().anyMatch(group -> group.state().isAcquaintance(peer));
  }
}
