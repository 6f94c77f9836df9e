package org.lagroups.multicast.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.tree.port.TreePorts;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Why;
import org.lagroups.multicast.wire.place.Stand;

/**
 * One node's part in the tree of one stream: its parent, its children, and how both change.
 *
 * <p>Its machine calls {@link #start} once, then the {@code on…} methods.
 */
public final class Tree {

  /** Who tells everything each so many beats, even if nothing has changed. */
  private static final int BEATS_TO_REPEAT = 8;

  /** While something is under way the tree looks after it each so many times a beat. */
  private static final int STEPS_OF_BEAT = 5;

  /** No new epoch for so many time-outs, and the parent counts as failed though it is heard. */
  private static final int STALE_TIMEOUTS = 3;

  private final Ground ground;
  private final Optional<Identity> publisher;
  private final Referrals referrals;
  private final Hosting hosting;
  private final Seeking seeking;
  private final Rising rising;
  private final Vouching vouching;
  private final KeptLinks links;
  private long beats;
  private long nextBeatMillis;
  private long lastPulseMillis;
  private boolean isOver;

  /**
   * Of a receiver.
   *
   * @param known nodes of the tree, whoever they are; at least one
   */
  public Tree(StreamId stream, TreeSettings settings, TreePorts ports, List<Contact> known) {
    this(stream, settings, ports, known, Optional.empty());
  }

  /** Of the source, which signs the epochs. */
  public static Tree ofSource(
      StreamId stream, TreeSettings settings, TreePorts ports, Identity publisher) {
    return new Tree(stream, settings, ports, List.of(), Optional.of(publisher));
  }

  private Tree(
      StreamId stream,
      TreeSettings settings,
      TreePorts ports,
      List<Contact> known,
      Optional<Identity> publisher) {
    this.ground = new Ground(stream, settings, ports, known, publisher.isPresent());
    this.publisher = publisher;
    this.referrals = new Referrals(ground);
    this.hosting = new Hosting(ground, referrals);
    this.seeking = new Seeking(ground);
    this.rising = new Rising(ground, seeking);
    this.vouching = new Vouching(ground);
    this.links = new KeptLinks(ports.host());
  }

  /** Begins; as a receiver, by looking for a place. */
  public void start() {
    if (publisher.isEmpty()) {
      seeking.begin();
    }
    beat();
    settle();
  }

  /** Leaves the tree: parent and children are told. Nothing happens afterwards. */
  public void leave() {
    TreeMessage part = new TreeMessage.Part(ground.stream(), Why.LEAVING);
    ground.children().all().forEach(child -> ground.send(child.node(), part));
    ground
        .position()
        .parent()
        .ifPresent(parent -> {
          ground.send(parent.node(), part);
          ground.ports().groups().leave(parent.group());
        });
    hosting.group().ifPresent(ground.ports().groups()::leave);
    isOver = true;
    links.want(Map.of());
  }

  /** A message of this stream about its tree. */
  public void onMessage(NodeId from, TreeMessage message) {
    if (isOver || from.equals(ground.self().node())) {
      return;
    }
    handle(from, message);
    settle();
  }

  /** Due, or not: a call too many is harmless. */
  public void onTimer() {
    if (isOver) {
      return;
    }
    parent().filter(parent -> hasFailed(parent, ground.now())).ifPresent(seeking::orphan);
    seeking.tick();
    if (ground.now() >= nextBeatMillis) {
      beat();
    }
    settle();
  }

  /** A link has come up. */
  public void onLinkUp() {
    if (!isOver) {
      seeking.step();
    }
  }

  /** A link is gone: so are parent and child at its ends. */
  public void onLinkDown(NodeId peer) {
    if (isOver) {
      return;
    }
    hosting.lose(peer);
    seeking.onGone(peer);
    parent(peer).ifPresent(seeking::orphan);
    settle();
  }

  /** The parent, if there is one; the source never has one. */
  public Optional<Parent> parent() {
    return ground.position().parent();
  }

  /** The children, in the order of their IDs. */
  public List<Child> children() {
    return List.copyOf(ground.children().all());
  }

  /** The group that this node leads, once it has given a place. */
  public Optional<GroupId> ownGroup() {
    return hosting.group();
  }

  /** How near to the source this node is. */
  public Stand stand() {
    return ground.position().stand();
  }

  /**
   * When the source's newest epoch came, as {@link TreePorts#host} has time; 0 before the first.
   */
  public long freshMillis() {
    return ground.position().freshMillis();
  }

  /** Whether it gets the stream, or would if there were one: the source's epochs come. */
  public boolean isAttached() {
    return ground.isAttached();
  }

  /** Whether a node belongs to the group that this node leads, and may be admitted to it. */
  public boolean isChild(NodeId node) {
    return ground.children().get(node) != null || ground.children().isReserved(node);
  }

  public TreeStatistics statistics() {
    return TreeStatistics.of(ground.counters());
  }

  private void handle(NodeId from, TreeMessage message) {
    switch (message) {
      case TreeMessage.Seek seek -> hosting.onSeek(from, seek);
      case TreeMessage.Climb climb -> hosting.onClimb(from, climb);
      case TreeMessage.Take take -> hosting.onTake(from, take);
      case TreeMessage.Refer refer -> seeking.onRefer(from, refer);
      case TreeMessage.Place place -> {
        if (!rising.onPlace(from, place)) {
          seeking.onPlace(from, place);
        }
      }
      case TreeMessage.Part part -> onPart(from, part.why());
      case TreeMessage.Yield yield -> {
        if (parent(from).isPresent()) {
          ground.counters().moved++;
          seeking.move(yield.options());
        } else {
          ground.counters().stray++;
        }
      }
      case TreeMessage.Pulse pulse -> onPulse(from, pulse);
      case TreeMessage.Lineage lineage -> onLineage(from, lineage);
      case TreeMessage.Household household -> {
        Child child = child(from);
        if (child != null) {
          hosting.onHousehold(child, household);
        }
      }
      case TreeMessage.Presence presence -> {
        Child child = child(from);
        if (child != null) {
          hosting.onPresence(child, presence);
        }
      }
    }
  }

  /** A child; who only believes to be one is told. */
  private @Nullable Child child(NodeId from) {
    Child child = ground.children().get(from);
    if (child == null) {
      ground.counters().stray++;
      ground.send(from, new TreeMessage.Part(ground.stream(), Why.REFUSED));
    }
    return child;
  }

  private void onPulse(NodeId from, TreeMessage.Pulse pulse) {
    if (seeking.onPulse(from, pulse)) {
      return;
    }
    Optional<Parent> parent = parent(from);
    if (parent.isEmpty()) {
      ground.counters().stray++;
      return;
    }
    parent.get().heard(pulse, ground.now());
    if (ground.position().follow(pulse.stand(), pulse.proof(), ground.now())) {
      pulseOn();
    }
  }

  private void onLineage(NodeId from, TreeMessage.Lineage lineage) {
    Optional<Parent> parent = parent(from);
    if (parent.isEmpty()) {
      ground.counters().stray++;
      return;
    }
    parent.get().heard(lineage, ground.now());
    ground.guides().heard(parent.get());
    lineage.fallen().forEach(fallen -> ground.penalties().told(fallen, ground.now()));
  }

  private void onPart(NodeId from, Why why) {
    Optional<Parent> parent = parent(from);
    hosting.lose(from);
    seeking.onGone(from);
    if (parent.isEmpty()) {
      return;
    }
    if (why == Why.DISMISSED) {
      TreeMessage part = new TreeMessage.Part(ground.stream(), Why.LEAVING);
      List<Child> below = children();
      below.forEach(child -> ground.send(child.node(), part));
      below.forEach(child -> hosting.lose(child.node()));
      rising.fell();
      seeking.fall(parent.get());
    } else {
      seeking.orphan(parent.get());
    }
  }

  private void beat() {
    long now = ground.now();
    beats++;
    nextBeatMillis = now + ground.settings().beatMillis();
    publisher.ifPresent(identity -> {
      long epoch = Math.max(ground.position().stand().epoch() + 1, wallMillis());
      ground.position().begin(epoch, ground.ports().epochs().sign(epoch, identity), now);
    });
    hosting.tick();
    if (publisher.isPresent() || now - lastPulseMillis > ground.settings().beatMillis()) {
      pulseOn();
    }
    parent()
        .ifPresent(parent ->
            ground.send(
                parent.node(),
                new TreeMessage.Presence(
                    ground.stream(), referrals.openDepth(), ground.ownBitsPerSecond())));
    if (beats % BEATS_TO_REPEAT == 0) {
      tellAll();
    }
    rising.beat();
    vouching.update(hosting.group());
  }

  private long wallMillis() {
    return Math.max(0, ground.ports().host().wallMillis());
  }

  private boolean hasFailed(Parent parent, long now) {
    TreeSettings settings = ground.settings();
    boolean isStale =
        now - Math.max(ground.position().freshMillis(), parent.takenMillis())
            > STALE_TIMEOUTS * settings.timeoutMillis();
    boolean isSettled = now - parent.takenMillis() > settings.timeoutMillis();
    return now - parent.heardMillis() >= settings.silenceMillis()
        || isStale
        || (isSettled && !ground.ports().quality().parentDelivers());
  }

  private void pulseOn() {
    lastPulseMillis = ground.now();
    hosting.beat();
  }

  /** What follows from whatever has just happened. */
  private void settle() {
    boolean hasNewParent = seeking.takeNews();
    boolean hasNewChildren = hosting.takeNews();
    if (hasNewParent) {
      pulseOn();
    }
    if (hasNewParent || hasNewChildren) {
      tellAll();
      vouching.update(hosting.group());
    }
    links.want(wantedLinks());
    ground.ports().host().wakeIn(Math.max(1, nextMillis() - ground.now()));
  }

  /** The next beat, the moment at which the parent will have been silent for too long, or soon. */
  private long nextMillis() {
    TreeSettings settings = ground.settings();
    long next = nextBeatMillis;
    if (seeking.isBusy()) {
      next = Math.min(next, ground.now() + settings.beatMillis() / STEPS_OF_BEAT + 1);
    }
    Optional<Long> silent = parent().map(parent -> parent.heardMillis() + settings.silenceMillis());
    return silent.isPresent() ? Math.min(next, silent.get()) : next;
  }

  private void tellAll() {
    hosting.tellLineage();
    TreeMessage household = hosting.household();
    parent().ifPresent(parent -> ground.send(parent.node(), household));
  }

  /** The grandparent's is kept warm: it is where an orphan goes first. */
  private Map<NodeId, Contact> wantedLinks() {
    Map<NodeId, Contact> wanted = new LinkedHashMap<>(ground.children().contacts());
    parent()
        .ifPresent(parent -> {
          wanted.put(parent.node(), parent.contact());
          parent.ancestors().stream().limit(1).forEach(above -> wanted.put(above.node(), above));
        });
    wanted.putAll(seeking.contacts());
    return wanted;
  }

  private Optional<Parent> parent(NodeId node) {
    return parent().filter(parent -> parent.node().equals(node));
  }
}
