package org.lagroups.multicast.tree;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.group.Contact;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.limit.TokenBucket;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.place.Children.Reservation;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Fallen;
import org.lagroups.multicast.wire.TreeMessage.Option;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.TreeMessage.Ward;
import org.lagroups.multicast.wire.TreeMessage.Why;

/** A node as a parent: whom it gives a place, whom it refers, and whom it asks to move. */
final class Hosting {

  /** What one peer may ask. */
  static final Rate ASKS_OF_PEER = new Rate(2, 20);

  /** What all together may ask. */
  static final Rate ASKS_OF_ALL = new Rate(200, 400);

  /** Proofs of one peer that are looked at, as that costs a pairing check. */
  static final Rate CLIMBS_OF_PEER = new Rate(0.1, 3);

  /** Peers and former children that are remembered. */
  static final int MAX_REMEMBERED = 256;

  private final Ground ground;
  private final Referrals referrals;
  private final PeerBuckets asksOfPeers = new PeerBuckets(ASKS_OF_PEER);
  private final PeerBuckets climbsOfPeers = new PeerBuckets(CLIMBS_OF_PEER);
  private final TokenBucket asks;
  private final LinkedHashMap<NodeId, Asking> askedBefore = new LinkedHashMap<>();
  private final LinkedHashMap<NodeId, Departed> departed = new LinkedHashMap<>();
  private @Nullable GroupId group;
  private boolean hasNews;

  private record Asking(int times, long lastMillis) {}

  /** A former child, and whom of its household this node wants itself. */
  private record Departed(Set<NodeId> household, Set<NodeId> preferred, long untilMillis) {}

  Hosting(Ground ground, Referrals referrals) {
    this.ground = ground;
    this.referrals = referrals;
    this.asks = new TokenBucket(ASKS_OF_ALL, nanos(ground.now()));
  }

  /** The group that this node leads. */
  Optional<GroupId> group() {
    return Optional.ofNullable(group);
  }

  /** Whether the children have changed since this was asked the last time. */
  boolean takeNews() {
    boolean had = hasNews;
    hasNews = false;
    return had;
  }

  void onSeek(NodeId from, TreeMessage.Seek seek) {
    long now = ground.now();
    if (!asksOfPeers.take(from, 1, nanos(now)) || !asks.take(1, nanos(now))) {
      ground.counters().floods++;
      return;
    }
    if (seek.purpose() == Purpose.NEWCOMER && ground.children().get(from) != null) {
      lose(from); // it has begun anew
    }
    seek.former().ifPresent(former -> doubt(former, now));
    boolean isPossible =
        ground.isAttached()
            && ground.children().get(from) == null
            && !isAncestor(from)
            && referrals.childDepth() < TreeMessage.MAX_DEPTH;
    if (isPossible && deserves(from, seek, now)) {
      offer(new Contact(from, seek.addresses()), seek.number(), seek.bitsPerSecond());
    } else {
      List<Option> options =
          switch (seek.purpose()) {
            case NEWCOMER ->
                ground.penalties().isFallen(from, now)
                    ? referrals.forFallen(from)
                    : referrals.forNewcomer(from);
            case ORPHAN, MOVING -> referrals.forOrphan(from);
          };
      ground.send(from, new TreeMessage.Refer(ground.stream(), seek.number(), options));
    }
  }

  void onClimb(NodeId from, TreeMessage.Climb climb) {
    long now = ground.now();
    if (!climbsOfPeers.take(from, 1, nanos(now)) || !asks.take(1, nanos(now))) {
      ground.counters().floods++;
      return;
    }
    if (mayRise(from, climb, now)) {
      offer(new Contact(from, climb.addresses()), climb.number(), climb.bitsPerSecond());
    } else {
      ground.counters().refusedClimbs++;
      ground.send(from, new TreeMessage.Refer(ground.stream(), climb.number(), List.of()));
    }
  }

  void onTake(NodeId from, TreeMessage.Take take) {
    Optional<Child> child = ground.children().take(from, take.token(), ground.now());
    if (child.isEmpty()) {
      ground.counters().refusedTakes++;
      ground.send(from, new TreeMessage.Part(ground.stream(), Why.REFUSED));
      return;
    }
    ground.acquaintances().saw(from, ground.now());
    hasNews = true;
    ground.send(from, pulse());
    ground
        .ports()
        .listener()
        .childTaken(child.get().contact(), group().orElseThrow(), take.nextSequence());
  }

  void onPresence(Child child, TreeMessage.Presence presence) {
    child.heard(presence, ground.now());
    ground.acquaintances().saw(child.node(), ground.now());
  }

  /** A child names its own. Its word on uptime reaches back no further than it is known itself. */
  void onHousehold(Child child, TreeMessage.Household household) {
    long now = ground.now();
    child.heard(household);
    long known = ground.acquaintances().uptimeMillis(child.node(), now);
    for (Ward ward : household.wards()) {
      NodeId node = ward.contact().node();
      if (ground.children().get(node) == null) {
        ground.acquaintances().saw(node, Math.min(ward.uptimeMillis(), known), now);
      }
    }
    household.fallen().stream()
        .filter(fallen -> ground.acquaintances().uptimeMillis(fallen.node(), now) > 0)
        .forEach(fallen -> fell(fallen, now));
  }

  /** Somebody no longer is a child, or does not need the place reserved for it. */
  void lose(NodeId node) {
    long now = ground.now();
    Optional<Child> lost = ground.children().remove(node);
    if (lost.isEmpty()) {
      return;
    }
    hasNews = true;
    boolean hasGrandchildren =
        !lost.get().wards().isEmpty()
            || ground.children().all().stream().anyMatch(child -> !child.wards().isEmpty());
    if (hasGrandchildren) {
      ground.children().hold(now + ground.settings().timeoutMillis());
    }
    remember(lost.get(), now);
    ground.ports().listener().childGone(node);
  }

  void tick() {
    long now = ground.now();
    ground.children().expire(now);
    ground.children().silent(now).forEach(child -> lose(child.node()));
    for (NodeId dropper : ground.ports().quality().droppers()) {
      if (ground.children().get(dropper) != null) {
        ground.penalties().strike(dropper, now);
        ground.acquaintances().forget(dropper);
        ground.send(dropper, new TreeMessage.Part(ground.stream(), Why.DISMISSED));
        lose(dropper);
      }
    }
    makeRoom(now);
  }

  /** Tells the children that this node is there, and how near to the source. */
  void beat() {
    TreeMessage.Pulse pulse = pulse();
    ground.children().all().forEach(child -> ground.send(child.node(), pulse));
  }

  /** Tells the children where to go should this node fail. */
  void tellLineage() {
    List<Contact> ancestors =
        ground
            .position()
            .parent()
            .map(parent -> Lines.joined(parent.contact(), parent.ancestors()))
            .orElse(List.of());
    List<Contact> others =
        ground
            .position()
            .parent()
            .map(parent -> Lines.without(parent.siblings(), ground.self().node()))
            .orElse(List.of());
    TreeMessage.Lineage lineage =
        new TreeMessage.Lineage(
            ground.stream(),
            ancestors,
            ground.children().all().stream().map(Child::contact).toList(),
            others,
            ground.penalties().latest(ground.now()));
    ground.children().all().forEach(child -> ground.send(child.node(), lineage));
  }

  /** What this node tells its parent of its children. */
  TreeMessage.Household household() {
    List<Ward> wards =
        ground.children().all().stream()
            .map(child ->
                new Ward(
                    child.contact(),
                    ground.acquaintances().uptimeMillis(child.node(), ground.now()),
                    child.bitsPerSecond()))
            .toList();
    return new TreeMessage.Household(
        ground.stream(), group(), wards, ground.penalties().latest(ground.now()));
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
        .mapToLong(child -> (long) (ground.settings().clearly() * score(child)) + 1)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private TreeMessage.Pulse pulse() {
    long barAbove = ground.position().parent().map(parent -> parent.bar()).orElse(Long.MAX_VALUE);
    return new TreeMessage.Pulse(
        ground.stream(),
        ground.position().stand(),
        ground.position().proof(),
        referrals.openAnywhere(),
        bar(),
        barAbove);
  }

  private boolean deserves(NodeId from, TreeMessage.Seek seek, long now) {
    if (ground.children().isReserved(from)) {
      return true;
    }
    return switch (seek.purpose()) {
      case NEWCOMER -> {
        int slack = countAsking(from, now);
        yield ground.penalties().isFallen(from, now)
            ? ground.children().hasUsualPlace() && isLowest()
            : ground.children().isOpen(now) && referrals.isShallowest(slack);
      }
      case ORPHAN -> {
        boolean isKin = isKin(from, seek, now);
        yield isKin
            ? ground.children().hasPlace() && !isLessPreferred(from, seek, now)
            : ground.children().hasUsualPlace();
      }
      case MOVING ->
          isKin(from, seek, now) ? ground.children().hasPlace() : ground.children().hasUsualPlace();
    };
  }

  /** Whether the last place, which is not for newcomers, may be for it. */
  private boolean isKin(NodeId from, TreeMessage.Seek seek, long now) {
    long memory = 10 * ground.settings().timeoutMillis();
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

  /** Whether the places here are awaited by others of the same lost household. */
  private boolean isLessPreferred(NodeId from, TreeMessage.Seek seek, long now) {
    Departed lost = seek.former().map(departed::get).orElse(null);
    return lost != null
        && now < lost.untilMillis
        && lost.household.contains(from)
        && !lost.preferred.contains(from);
  }

  private boolean mayRise(NodeId from, TreeMessage.Climb climb, long now) {
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
    if (!isPlausible) {
      return false;
    }
    Child parent = parents.getFirst();
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

  private void offer(Contact to, int number, long bitsPerSecond) {
    if (group == null) {
      group = ground.ports().groups().lead();
    }
    byte[] token = new byte[TreeMessage.TOKEN_BYTES];
    ground.ports().host().random().nextBytes(token);
    Bytes shown = Bytes.wrapOwned(token);
    ground
        .children()
        .reserve(
            new Reservation(
                to, shown, bitsPerSecond, ground.now() + ground.settings().reservedMillis()));
    ground.send(
        to.node(),
        new TreeMessage.Place(ground.stream(), number, group, shown, ground.position().stand()));
  }

  /** Asks the child that deserves its place least to move down, so that one is free again. */
  private void makeRoom(long now) {
    List<Child> staying =
        ground.children().all().stream().filter(child -> !child.isYielding(now)).toList();
    long settled = now - 2 * ground.settings().beatMillis();
    if (staying.size() <= ground.settings().usualChildren()) {
      return;
    }
    staying.stream()
        .filter(child -> child.takenMillis() < settled)
        .min(
            ground.settings().isRising()
                ? Comparator.comparingLong(this::score)
                : Comparator.comparingLong(child -> -child.takenMillis()))
        .ifPresent(child -> askToMove(child, now));
  }

  private void askToMove(Child child, long now) {
    List<Option> options = referrals.forMoving(child.node());
    if (!options.isEmpty()
        && ground.send(child.node(), new TreeMessage.Yield(ground.stream(), options))) {
      child.yieldUntil(now + 2 * ground.settings().reservedMillis());
    }
  }

  /** An orphan names a child as lost: who is not heard of for two beats is believed to be. */
  private void doubt(NodeId former, long now) {
    Child child = ground.children().get(former);
    if (child != null && now - child.heardMillis() > 2 * ground.settings().beatMillis()) {
      lose(former);
    }
  }

  private void remember(Child lost, long now) {
    Set<NodeId> household = new HashSet<>();
    lost.wards().forEach(ward -> household.add(ward.contact().node()));
    int places = ground.settings().mostChildren() - ground.children().count();
    Set<NodeId> preferred = new HashSet<>();
    if (ground.settings().isRising()) {
      lost.wards().stream()
          .sorted(
              Comparator.comparingLong(
                      (Ward ward) -> ground.score(ward.contact().node(), ward.bitsPerSecond()))
                  .reversed())
          .limit(Math.max(0, places))
          .forEach(ward -> preferred.add(ward.contact().node()));
    } else {
      preferred.addAll(household);
    }
    departed.remove(lost.node());
    if (departed.size() >= MAX_REMEMBERED) {
      departed.remove(departed.keySet().iterator().next());
    }
    long until = now + ground.settings().beatMillis();
    departed.put(lost.node(), new Departed(household, preferred, until));
  }

  private void fell(Fallen fallen, long now) {
    ground.penalties().told(fallen, now);
    ground.acquaintances().forget(fallen.node());
  }

  /**
   * How often a newcomer was turned away lately. What is known of open places elsewhere is a little
   * old, so who comes back is given a place that is less shallow.
   */
  private int countAsking(NodeId from, long now) {
    Asking before = askedBefore.remove(from);
    if (askedBefore.size() >= MAX_REMEMBERED) {
      askedBefore.remove(askedBefore.keySet().iterator().next());
    }
    int times = 0;
    if (before != null && now - before.lastMillis < 10 * ground.settings().timeoutMillis()) {
      times = Math.min(before.times + 1, TreeMessage.MAX_DEPTH);
    }
    askedBefore.put(from, new Asking(times, now));
    return times;
  }

  private boolean isAncestor(NodeId node) {
    return ground
        .position()
        .parent()
        .filter(parent ->
            parent.node().equals(node)
                || parent.ancestors().stream().anyMatch(one -> one.node().equals(node)))
        .isPresent();
  }

  private boolean isLowest() {
    return ground.children().all().stream().allMatch(child -> child.wards().isEmpty());
  }

  private long score(Child child) {
    return ground.score(child.node(), child.bitsPerSecond());
  }

  private static long nanos(long millis) {
    return millis * 1_000_000;
  }
}
