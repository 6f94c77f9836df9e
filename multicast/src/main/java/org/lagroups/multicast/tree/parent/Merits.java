package org.lagroups.multicast.tree.parent;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.place.Stand;
import org.lagroups.multicast.wire.place.Ward;

/** Who deserves a place at this node. */
final class Merits {

  /** Kin, and who asked before, are known for so many time-outs. */
  private static final int MEMORY_TIMEOUTS = 10;

  private final Ground ground;
  private final Referrals referrals;
  private final Askers askers;
  private final Departures departures = new Departures();

  Merits(Ground ground, Referrals referrals) {
    this.ground = ground;
    this.referrals = referrals;
    this.askers = new Askers(memoryMillis());
  }

  /** Whether who asks is to have a place. */
  boolean deserves(NodeId from, TreeMessage.Seek seek) {
    long now = ground.now();
    boolean isPossible =
        ground.isAttached()
            && ground.children().get(from) == null
            && !ground.position().isAncestor(from)
            && referrals.childDepth() < Stand.MAX_DEPTH;
    if (!isPossible) {
      return false;
    }
    if (ground.children().isReserved(from)) {
      return true;
    }
    return switch (seek.purpose()) {
      case NEWCOMER -> {
        int slack = askers.count(from, now);
        // What is known of open places elsewhere is a little old, so who comes back is given a
        // place that is less shallow.
        yield ground.penalties().isFallen(from, now)
            ? ground.children().hasUsualPlace() && isLowest()
            : ground.children().isOpen(now) && referrals.isShallowest(slack);
      }
      case ORPHAN ->
          isKin(from, seek, now)
              ? ground.children().hasPlace() && !isLessPreferred(from, seek, now)
              : ground.children().hasUsualPlace();
      case MOVING ->
          isKin(from, seek, now) ? ground.children().hasPlace() : ground.children().hasUsualPlace();
    };
  }

  /** Whether a child's child is to have a place, as it is worth it and proves where it is. */
  boolean mayRise(NodeId from, TreeMessage.Climb climb) {
    long now = ground.now();
    List<Child> parents = ground.children().parentsOf(from);
    long uptime = ground.acquaintances().uptimeMillis(from, now);
    boolean isPlausible =
        parents.size() == 1
            && parents.getFirst().group().isPresent()
            && ground.children().get(from) == null
            && ground.children().hasPlace()
            && !ground.penalties().isFallen(from, now)
            && uptime >= ground.settings().leastUptimeMillis(referrals.childDepth())
            && ground.score(from, climb.bitsPerSecond()) >= bar();
    return isPlausible && isProven(from, climb, parents.getFirst());
  }

  /** The score from which a grandchild gets a place here. */
  long bar() {
    boolean isBusy = ground.children().count() > ground.settings().usualChildren();
    if (!ground.settings().isRising() || !ground.isAttached() || isBusy) {
      return Long.MAX_VALUE;
    }
    if (ground.children().hasUsualPlace()) {
      return 1;
    }
    long settled = ground.now() - ground.settings().reservedMillis();
    return ground.children().all().stream()
        .filter(child -> child.takenMillis() < settled)
        .mapToLong(child -> (long) (ground.settings().clearly() * ground.score(child)) + 1)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** The order in which children are to move down: who deserves its place least is first. */
  Comparator<Child> leastFirst() {
    return ground.settings().isRising()
        ? Comparator.comparingLong(ground::score)
        : Comparator.comparingLong((Child child) -> child.takenMillis()).reversed();
  }

  /** A child is gone: its places are for the best of its own for one beat, then for any. */
  void onLost(Child lost) {
    Set<NodeId> household =
        lost.wards().stream().map(ward -> ward.contact().node()).collect(Collectors.toSet());
    int places = Math.max(0, ground.settings().mostChildren() - ground.children().count());
    Set<NodeId> preferred =
        ground.settings().isRising()
            ? lost.wards().stream()
                .sorted(Comparator.comparingLong(this::score).reversed())
                .limit(places)
                .map(ward -> ward.contact().node())
                .collect(Collectors.toSet())
            : household;
    long until = ground.now() + ground.settings().beatMillis();
    departures.add(lost.node(), household, preferred, until);
  }

  private boolean isProven(NodeId from, TreeMessage.Climb climb, Child parent) {
    Set<NodeId> known = new HashSet<>();
    parent.wards().forEach(ward -> known.add(ward.contact().node()));
    known.add(parent.node());
    known.remove(from);
    return ground
        .ports()
        .judge()
        .proves(
            climb.transcript(),
            parent.group().orElseThrow(),
            from,
            known,
            Math.min(ground.settings().leastSigners(), known.size()),
            ground.ports().host().wallMillis());
  }

  /** Whether the last place, which is not for newcomers, may be for it. */
  private boolean isKin(NodeId from, TreeMessage.Seek seek, long now) {
    long memory = memoryMillis();
    boolean isNephew =
        ground
            .position()
            .parent()
            .filter(parent ->
                parent.hasSibling(from, memory, now)
                    || seek.former().filter(it -> parent.hasSibling(it, memory, now)).isPresent())
            .isPresent();
    return isNephew || ground.acquaintances().uptimeMillis(from, now) > 0;
  }

  private boolean isLessPreferred(NodeId from, TreeMessage.Seek seek, long now) {
    return seek.former().filter(lost -> departures.isLessPreferred(from, lost, now)).isPresent();
  }

  private boolean isLowest() {
    return ground.children().all().stream().allMatch(child -> child.wards().isEmpty());
  }

  private long memoryMillis() {
    return MEMORY_TIMEOUTS * ground.settings().timeoutMillis();
  }

  private long score(Ward ward) {
    return ground.score(ward.contact().node(), ward.bitsPerSecond());
  }
}
