package org.lagroups.multicast.tree.parent;

import java.util.List;
import java.util.Optional;
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
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.TreeEvent;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Why;
import org.lagroups.multicast.wire.place.Option;

/** A node as a parent: gives places, refers, asks to move, and lets go. */
public final class Hosting {

  /** What one peer may ask. */
  public static final Rate ASKS_OF_PEER = new Rate(2, 20);

  /** What all together may ask. */
  public static final Rate ASKS_OF_ALL = new Rate(200, 400);

  /** Proofs of one peer that are looked at, as that costs a pairing check. */
  public static final Rate CLIMBS_OF_PEER = new Rate(0.1, 3);

  private final Ground ground;
  private final Referrals referrals;
  private final Merits merits;
  private final Hearsay hearsay;
  private final Statements statements;
  private final PeerBuckets asksOfPeers = new PeerBuckets(ASKS_OF_PEER);
  private final PeerBuckets climbsOfPeers = new PeerBuckets(CLIMBS_OF_PEER);
  private final TokenBucket asks;
  private @Nullable GroupId group;
  private boolean hasNews;

  public Hosting(Ground ground) {
    this.ground = ground;
    this.referrals = new Referrals(ground);
    this.merits = new Merits(ground, referrals);
    this.hearsay = new Hearsay(ground);
    this.statements = new Statements(ground, referrals, merits);
    this.asks = new TokenBucket(ASKS_OF_ALL, Ground.nanos(ground.now()));
  }

  /** The group that this node leads. */
  public Optional<GroupId> group() {
    return Optional.ofNullable(group);
  }

  /** Whether the children have changed since this was asked the last time. */
  public boolean takeNews() {
    boolean had = hasNews;
    hasNews = false;
    return had;
  }

  /** Somebody asks for a place: it gets one, or the names of others to ask. */
  public void onSeek(NodeId from, TreeMessage.Seek seek) {
    if (isTooMuch(asksOfPeers, from)) {
      return;
    }
    if (seek.purpose() == TreeMessage.Purpose.NEWCOMER && ground.children().get(from) != null) {
      lose(from); // it has begun anew
    }
    seek.former().ifPresent(this::doubt);
    if (!merits.deserves(from, seek)
        || !offer(new Contact(from, seek.addresses()), seek.number(), seek.bitsPerSecond())) {
      List<Option> options = referrals.forAsker(from, seek.purpose());
      ground.send(from, new TreeMessage.Refer(ground.stream(), seek.number(), options));
    }
  }

  /** A child's child asks for a place here. */
  public void onClimb(NodeId from, TreeMessage.Climb climb) {
    if (isTooMuch(climbsOfPeers, from)) {
      return;
    }
    if (!merits.mayRise(from, climb)
        || !offer(new Contact(from, climb.addresses()), climb.number(), climb.bitsPerSecond())) {
      ground.count(TreeEvent.REFUSED_CLIMB);
      ground.send(from, new TreeMessage.Refer(ground.stream(), climb.number(), List.of()));
    }
  }

  /** Somebody takes the place that was given to it. */
  public void onTake(NodeId from, TreeMessage.Take take) {
    Optional<Child> child = ground.children().take(from, take.token(), ground.now());
    if (child.isEmpty()) {
      ground.count(TreeEvent.REFUSED_TAKE);
      ground.send(from, new TreeMessage.Part(ground.stream(), Why.REFUSED));
      return;
    }
    saw(from);
    hasNews = true;
    ground.send(from, statements.pulse());
    ground
        .ports()
        .listener()
        .childTaken(child.get().contact(), group().orElseThrow(), take.nextSequence());
  }

  /** A child says that it is there. */
  public void onPresence(NodeId from, TreeMessage.Presence presence) {
    child(from)
        .ifPresent(child -> {
          child.heard(presence, ground.now());
          saw(from);
        });
  }

  /** A child says who its own are. */
  public void onHousehold(NodeId from, TreeMessage.Household household) {
    child(from).ifPresent(child -> hearsay.hear(child, household));
  }

  /** Somebody no longer is a child, or does not need the place reserved for it. */
  public void lose(NodeId node) {
    Optional<Child> lost = ground.children().remove(node);
    if (lost.isEmpty()) {
      return;
    }
    hasNews = true;
    boolean hasGrandchildren =
        !lost.get().wards().isEmpty()
            || ground.children().all().stream().anyMatch(child -> !child.wards().isEmpty());
    if (hasGrandchildren) {
      ground.children().hold(ground.now() + ground.settings().timeoutMillis());
    }
    merits.onLost(lost.get());
    ground.ports().listener().childGone(node);
  }

  /** Lets go of who is silent or does not pass on, and keeps a place free. */
  public void tick() {
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

  /** The depth of the shallowest open place below, or here. */
  public int openDepth() {
    return referrals.openDepth();
  }

  /** Tells the children that this node is there, and how near to the source. */
  public void beat() {
    tellChildren(statements.pulse());
  }

  /** Tells the children where to go should this node fail. */
  public void tellLineage() {
    tellChildren(statements.lineage());
  }

  /** What this node tells its parent of its children. */
  public TreeMessage.Household household() {
    return statements.household(group());
  }

  /** A child; who only believes to be one is told. */
  private Optional<Child> child(NodeId from) {
    Optional<Child> child = Optional.ofNullable(ground.children().get(from));
    if (child.isEmpty()) {
      ground.count(TreeEvent.STRAY);
      ground.send(from, new TreeMessage.Part(ground.stream(), Why.REFUSED));
    }
    return child;
  }

  private void tellChildren(TreeMessage message) {
    ground.children().all().forEach(child -> ground.send(child.node(), message));
  }

  private void saw(NodeId child) {
    ground.acquaintances().saw(child, ground.self().node(), 0, ground.now());
  }

  private boolean isTooMuch(PeerBuckets ofPeers, NodeId from) {
    long now = Ground.nanos(ground.now());
    boolean isTooMuch = !ofPeers.take(from, 1, now) || !asks.take(1, now);
    if (isTooMuch) {
      ground.count(TreeEvent.FLOOD);
    }
    return isTooMuch;
  }

  /** Whether there is a group in which to offer a place. */
  private boolean offer(Contact to, int number, long bitsPerSecond) {
    GroupId own = group().or(ground.ports().groups()::lead).orElse(null);
    if (own == null) {
      return false;
    }
    group = own;
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
        new TreeMessage.Place(ground.stream(), number, own, shown, ground.position().stand()));
    return true;
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
        .min(merits.leastFirst())
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
  private void doubt(NodeId former) {
    Child child = ground.children().get(former);
    if (child != null && ground.now() - child.heardMillis() > 2 * ground.settings().beatMillis()) {
      lose(former);
    }
  }
}
