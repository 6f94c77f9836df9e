package org.lagroups.multicast.tree;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.tree.child.Following;
import org.lagroups.multicast.tree.child.Rising;
import org.lagroups.multicast.tree.child.Seeking;
import org.lagroups.multicast.tree.parent.Hosting;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.tree.place.TreeEvent;
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

  /** While something is under way the tree looks after it each so many times a beat. */
  private static final int STEPS_OF_BEAT = 5;

  private final Ground ground;
  private final Hosting hosting;
  private final Beats beats;
  private final Following following;
  private final Seeking seeking;
  private final Rising rising;
  private final Vouching vouching;
  private final KeptLinks links;
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
    this.hosting = new Hosting(ground);
    this.beats = new Beats(ground, publisher, hosting);
    this.following = new Following(ground);
    this.seeking = new Seeking(ground);
    this.rising = new Rising(ground, seeking);
    this.vouching = new Vouching(ground);
    this.links = new KeptLinks(ground);
  }

  /** Begins; as a receiver, by looking for a place. */
  public void start() {
    if (!ground.position().isSource()) {
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
    links.release();
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
    following.failed().ifPresent(seeking::orphan);
    seeking.tick();
    if (ground.now() >= beats.nextMillis()) {
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
    following.parent(peer).ifPresent(seeking::orphan);
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
        if (following.parent(from).isPresent()) {
          ground.count(TreeEvent.MOVED);
          seeking.move(yield.options());
        } else {
          ground.count(TreeEvent.STRAY);
        }
      }
      case TreeMessage.Pulse pulse -> {
        if (!seeking.onPulse(from, pulse) && following.onPulse(from, pulse)) {
          beats.pulse();
        }
      }
      case TreeMessage.Lineage lineage -> following.onLineage(from, lineage);
      case TreeMessage.Household household -> hosting.onHousehold(from, household);
      case TreeMessage.Presence presence -> hosting.onPresence(from, presence);
    }
  }

  private void onPart(NodeId from, Why why) {
    Optional<Parent> parent = following.parent(from);
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
    beats.begin();
    hosting.tick();
    beats.tell();
    rising.beat();
    vouching.update(hosting.group());
  }

  /** What follows from whatever has just happened. */
  private void settle() {
    boolean hasNewParent = seeking.takeNews();
    boolean hasNewChildren = hosting.takeNews();
    if (hasNewParent) {
      beats.pulse();
    }
    if (hasNewParent || hasNewChildren) {
      beats.tellAll();
      vouching.update(hosting.group());
    }
    links.update(seeking.contacts());
    ground.ports().host().wakeIn(Math.max(1, nextMillis() - ground.now()));
  }

  /** The next beat, the moment at which the parent will have been silent for too long, or soon. */
  private long nextMillis() {
    long next = Math.min(beats.nextMillis(), following.silentMillis().orElse(Long.MAX_VALUE));
    return seeking.isBusy()
        ? Math.min(next, ground.now() + ground.settings().beatMillis() / STEPS_OF_BEAT + 1)
        : next;
  }
}
