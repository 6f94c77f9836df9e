package org.lagroups.multicast.relay.parent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.tree.Members;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.RelayMessage.Roster;
import org.lagroups.multicast.wire.RelayMessage.RosterEntry;
import org.lagroups.multicast.wire.Route;

/** The members of a group and their numbers. */
final class Children {

  private final Map<NodeId, Child> byNode = new TreeMap<>();
  private final Map<Integer, Child> byNumber = new TreeMap<>();
  private final Offenders offenders = new Offenders();
  private final int firstEpoch;
  private int epoch;
  private int nextNumber;

  Children() {
    this(0);
  }

  /** Epochs begin here: what is said of another group's numbers is not taken for this one's. */
  Children(int firstEpoch) {
    this.firstEpoch = firstEpoch;
    this.epoch = firstEpoch;
  }

  /** Whether a member who says this knows the numbers of this group, or none yet. */
  boolean isEpoch(int said) {
    return said == 0 || (said >= firstEpoch && said <= epoch);
  }

  /** Counts changes of who has which number. */
  int epoch() {
    return epoch;
  }

  boolean isFull() {
    return byNode.size() >= Route.MAX_MEMBERS;
  }

  /** All, by number. */
  Collection<Child> all() {
    return byNumber.values();
  }

  @Nullable Child find(NodeId node) {
    return byNode.get(node);
  }

  @Nullable Child find(int number) {
    return byNumber.get(number);
  }

  /** Those that a condition holds for, as a set of numbers. */
  long members(Predicate<Child> condition) {
    long members = 0;
    for (Child child : byNumber.values()) {
      members |= condition.test(child) ? Members.of(child.number()) : 0;
    }
    return members;
  }

  /** The nodes with these numbers. */
  List<NodeId> nodes(long members) {
    return byNumber.values().stream()
        .filter(child -> Members.has(members, child.number()))
        .map(Child::node)
        .toList();
  }

  /** Adds a node that is none of them yet. There is room. */
  Child add(NodeId node, double firstUplink, long nowNanos) {
    epoch++;
    Child child = new Child(new RosterEntry(freeNumber(), epoch, node), firstUplink, nowNanos);
    long restNanos = offenders.restNanos(node, nowNanos);
    if (restNanos > 0) {
      child.conduct().probation(nowNanos + restNanos);
    }
    byNode.put(node, child);
    byNumber.put(child.number(), child);
    return child;
  }

  /** A member must not relay any longer, even if it leaves and comes again. */
  void barred(Child child, long nowNanos) {
    offenders.barred(child.node(), nowNanos);
  }

  void remove(Child child) {
    epoch++;
    byNode.remove(child.node());
    byNumber.remove(child.number());
  }

  Roster roster(StreamId stream) {
    return new Roster(
        stream,
        epoch,
        members(child -> child.pace().isApart()),
        all().stream().map(Child::entry).toList());
  }

  /** All numbers are used in turn, so that it takes long until one means somebody else. */
  private int freeNumber() {
    while (byNumber.containsKey(nextNumber)) {
      nextNumber = (nextNumber + 1) % Route.MAX_MEMBERS;
    }
    int free = nextNumber;
    nextNumber = (nextNumber + 1) % Route.MAX_MEMBERS;
    return free;
  }
}
