package org.lagroups.multicast.protocol.drive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.group.Contact;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.Passes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.tree.port.Epochs;
import org.lagroups.multicast.tree.port.TranscriptJudge;
import org.lagroups.multicast.tree.port.TreeListener;
import org.lagroups.multicast.tree.port.TreePorts;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.multicast.wire.StreamMessage.Admission;
import org.lagroups.multicast.wire.TreeMessage;

/** A node's place in the tree of one stream, kept on real groups. */
public final class StreamTree {

  /** Who was given a place has so long until this node vouches for it. */
  static final long JOIN_MILLIS = 30_000;

  private static final long UPDATE_NANOS = 1_000_000_000;

  /** How many passes of one peer are checked. */
  private static final Rate PASSES = new Rate(4, 40);

  private final Surroundings node;
  private final Passes passes;
  private final StreamQuality quality;
  private final Offspring offspring;
  private final Ancestry ancestry;
  private final StreamHost host;
  private final AttestingGroups groups;
  private final PeerBuckets checks = new PeerBuckets(PASSES);
  private final Map<NodeId, Long> unvouchedNanos = new HashMap<>();
  private final Tree tree;
  private long updatedNanos;
  private long refusedPasses;

  /** Is told who the parent is. */
  public interface Ancestry {

    /** Another parent, who serves this node from now on. */
    void parentTaken(NodeId parent);
  }

  private StreamTree(
      Surroundings node,
      SignedHeader header,
      Admission admission,
      StreamQuality quality,
      Offspring offspring,
      Ancestry ancestry,
      Function<TreePorts, Tree> factory) {
    this.node = node;
    this.passes = Passes.of(header, node.signatures());
    this.quality = quality;
    this.offspring = offspring;
    this.ancestry = ancestry;
    GroupSettings settings = admission.settings();
    this.host = new StreamHost(node, admission.pass(), JOIN_MILLIS);
    this.groups = new AttestingGroups(node.environment().self(), node.groups(), settings);
    this.tree =
        factory.apply(
            new TreePorts(
                host,
                groups,
                TranscriptJudge.verifying(node.transcripts(), settings.validityMillis()),
                new Epochs(header.id(), header.header().publisher(), node.signatures()),
                quality,
                new News()));
  }

  /** At the source. Its group is there at once. */
  public static StreamTree ofSource(
      Surroundings node,
      SignedHeader header,
      Admission admission,
      StreamQuality quality,
      Offspring offspring,
      Identity publisher) {
    StreamTree made =
        new StreamTree(
            node,
            header,
            admission,
            quality,
            offspring,
            parent -> {
              throw new IllegalStateException("a source has no parent");
            },
            ports -> Tree.ofSource(header.id(), settings(admission), ports, publisher));
    var _ = made.group();
    made.tree.start();
    return made;
  }

  /**
   * At a receiver.
   *
   * @param known nodes of the tree
   */
  public static StreamTree ofReceiver(
      Surroundings node,
      SignedHeader header,
      Admission admission,
      StreamQuality quality,
      Offspring offspring,
      Ancestry ancestry,
      List<Contact> known) {
    StreamTree made =
        new StreamTree(
            node,
            header,
            admission,
            quality,
            offspring,
            ancestry,
            ports -> new Tree(header.id(), settings(admission), ports, known));
    made.tree.start();
    return made;
  }

  /** What there is to be seen of it. */
  public Tree tree() {
    return tree;
  }

  /** The group that this node leads; the source always does. */
  public GroupId group() {
    return groups.lead().orElseThrow();
  }

  /** How many asked for a place without a pass of their own. */
  public long refusedPasses() {
    return refusedPasses;
  }

  /** A message about the tree. Who has no pass is not answered. */
  public void onMessage(NodeId from, TreeMessage message) {
    if (message instanceof TreeMessage.Seek seek && !mayAsk(from, seek.pass())) {
      refusedPasses++;
      return;
    }
    tree.onMessage(from, message);
  }

  public void onLinkUp() {
    tree.onLinkUp();
  }

  public void onLinkDown(NodeId peer) {
    tree.onLinkDown(peer);
  }

  /** To be called every 25 ms or so. */
  public void tick() {
    long now = node.environment().elapsedNanos();
    if (now - updatedNanos >= UPDATE_NANOS) {
      updatedNanos = now;
      groups.update();
      tree.ownGroup().ifPresent(group -> lookAtVouching(group, now));
    }
    if (host.isDue()) {
      tree.onTimer();
    }
  }

  /** Leaves the tree and its groups. */
  public void leave() {
    tree.leave();
    groups.leaveOwn();
  }

  private boolean mayAsk(NodeId from, Optional<Signature> pass) {
    return checks.take(from, 1, node.environment().elapsedNanos()) && passes.admit(from, pass);
  }

  /** A child that this node's tests no longer vouch for, or never did, loses its place. */
  private void lookAtVouching(GroupId group, long now) {
    Set<NodeId> vouchedFor = node.groups().vouchedFor(group);
    unvouchedNanos.forEach((child, since) -> {
      if (!vouchedFor.contains(child)
          && now - since >= TimeUnit.MILLISECONDS.toNanos(JOIN_MILLIS)) {
        quality.failed(child);
      }
    });
    unvouchedNanos.replaceAll((child, since) -> vouchedFor.contains(child) ? now : since);
  }

  private static TreeSettings settings(Admission admission) {
    return TreeSettings.DEFAULT.withMostChildren(admission.mostChildren());
  }

  private final class News implements TreeListener {

    @Override
    public void parentTaken(Contact parent, GroupId group, long fromSequence) {
      quality.gone(parent.node());
      ancestry.parentTaken(parent.node());
    }

    /** What the siblings have is still to be had from them. */
    @Override
    public void orphaned() {}

    @Override
    public void childTaken(Contact child, GroupId group, long fromSequence) {
      quality.gone(child.node());
      unvouchedNanos.put(child.node(), node.environment().elapsedNanos());
      offspring.taken(child.node());
    }

    @Override
    public void childGone(NodeId child) {
      unvouchedNanos.remove(child);
      quality.gone(child);
      offspring.gone(child);
    }
  }
}
