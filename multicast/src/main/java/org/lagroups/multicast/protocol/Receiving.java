package org.lagroups.multicast.protocol;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.drive.Forwarding;
import org.lagroups.multicast.protocol.drive.Offspring;
import org.lagroups.multicast.protocol.drive.StreamQuality;
import org.lagroups.multicast.protocol.drive.StreamTree;
import org.lagroups.multicast.protocol.drive.Surroundings;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.RelayVerdict;
import org.lagroups.multicast.relay.Wiring;
import org.lagroups.multicast.relay.child.Member;
import org.lagroups.multicast.relay.child.MemberListener;
import org.lagroups.multicast.relay.flow.Uplink;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.relay.parent.DistributorListener;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.chunk.ChunkVerifier;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.RelayMessage;
import org.lagroups.multicast.wire.StreamMessage;
import org.lagroups.multicast.wire.TreeMessage;

/**
 * A receiver's place in a stream's tree, once it may look for one: a member of its parent's group,
 * and the parent of another.
 */
final class Receiving {

  /** After so long without a first parent it is over. */
  static final long PATIENCE_MILLIS = 30_000;

  /** Whoever is asked for a place answers much sooner, if only that there is none. */
  private static final long ALONE_MILLIS = 10_000;

  private final Environment<?> environment;
  private final Uplink uplink;
  private final CastPorts ports;
  private final SignedHeader header;
  private final ChunkStore store;
  private final long below;
  private final BitSet above;
  private final RelaySettings settings;
  private final ReceivedListener listener;
  private final ChunkVerifier verifier;
  private final Distributor distributor;
  private final Offspring offspring;
  private final Forwarding forwarding;
  private final StreamQuality quality;
  private final StreamTree tree;
  private final Ending ending;
  private final long startNanos;
  private long heardNanos;
  private @Nullable Member member;
  private boolean isCompleted;
  private boolean isTaken; // set by the member while it takes a chunk

  /**
   * Looks for a place.
   *
   * @param source where to ask first
   * @param below this many chunks are in the store
   * @param above sequences above {@code below}, which are in the store as well
   */
  Receiving(
      Surroundings node,
      CastPorts ports,
      SignedHeader header,
      StreamMessage.Admission admission,
      Contact source,
      ChunkStore store,
      long below,
      BitSet above,
      RelaySettings settings,
      ReceivedListener listener) {
    this.environment = node.environment();
    this.uplink = node.uplink();
    this.ports = ports;
    this.header = header;
    this.store = store;
    this.below = below;
    this.above = above;
    this.settings = settings;
    this.listener = listener;
    this.verifier = new ChunkVerifier(header, ports.signatures());
    this.distributor =
        new Distributor(
            new Wiring(environment, header.id(), node.uplink()),
            settings,
            store,
            ports.planner(),
            new Demand());
    this.offspring = new Offspring(distributor);
    this.forwarding = new Forwarding(store, distributor);
    this.quality = new StreamQuality(environment, distributor);
    this.ending = new Ending(environment, header, ports.signatures());
    this.startNanos = environment.elapsedNanos();
    this.heardNanos = startNanos;
    this.tree =
        StreamTree.ofReceiver(
            node, header, admission, quality, offspring, this::follow, List.of(source));
  }

  @Nullable Member member() {
    return member;
  }

  Distributor distributor() {
    return distributor;
  }

  StreamTree tree() {
    return tree;
  }

  /** Whether nobody has said anything about the tree for long. */
  boolean isAlone() {
    long silent = environment.elapsedNanos() - heardNanos;
    return silent >= TimeUnit.MILLISECONDS.toNanos(ALONE_MILLIS);
  }

  Ending ending() {
    return ending;
  }

  /** Whether no place was found for too long. */
  boolean isHopeless() {
    long waited = environment.elapsedNanos() - startNanos;
    return member == null && waited >= TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
  }

  /** Whether all that there will be is here or given up, and the same holds for the children. */
  boolean isDelivered() {
    Member receiving = member;
    return receiving != null
        && receiving.isComplete()
        && offspring.areServed()
        && distributor.haveAllBelow(receiving.end());
  }

  /** For how long no sign of the source has come, by whatever way; 0 without a first parent. */
  long sourceSilentMillis() {
    if (member == null) {
      return 0;
    }
    long now = TimeUnit.NANOSECONDS.toMillis(environment.elapsedNanos());
    long start = TimeUnit.NANOSECONDS.toMillis(startNanos);
    return now - Math.max(start, tree.tree().freshMillis());
  }

  void onMessage(NodeId from, CastMessage message, Bytes encoded) {
    switch (message) {
      case TreeMessage about -> {
        heardNanos = environment.elapsedNanos();
        tree.onMessage(from, about);
      }
      case StreamMessage.Farewell farewell ->
          ending.onFarewell(from, farewell, tree.tree().children());
      case RelayMessage.Report report when offspring.contains(from) -> {
        if (member != null && member.hasBegun()) {
          forward(member);
          offspring.onReport(from, report);
        }
      }
      case RelayMessage.Want want when offspring.contains(from) -> distributor.onWant(from, want);
      case RelayMessage.Progress progress when offspring.contains(from) -> {
        distributor.onProgress(from, progress);
        if (member != null) {
          member.onProgress(from, progress); // it may be a sibling that has just become a child
        }
      }
      default -> {
        if (member != null) {
          pass(member, from, message, encoded);
        }
      }
    }
  }

  void onLinkUp(NodeId peer) {
    distributor.onLinkUp(peer);
    if (member != null) {
      member.onLinkUp(peer);
    }
    tree.onLinkUp();
  }

  void onLinkDown(NodeId peer) {
    distributor.onLinkDown(peer);
    if (member != null) {
      member.onLinkDown(peer);
    }
    tree.onLinkDown(peer);
  }

  void tick() {
    tree.tick();
    Member receiving = member;
    if (receiving != null) {
      // Siblings can get a chunk from each other, its own children only from this node.
      receiving.giveWay(distributor.isFull());
      receiving.tick();
      forward(receiving);
      complete(receiving);
    }
    distributor.tick();
  }

  void close() {
    tree.leave();
    distributor.close();
    if (member != null) {
      member.close();
    }
  }

  private void pass(Member to, NodeId from, CastMessage message, Bytes encoded) {
    switch (message) {
      case StreamMessage.ChunkMessage chunk -> {
        isTaken = false;
        if (store.hasRoom()) {
          to.onChunk(from, chunk, encoded);
        }
        if (isTaken) {
          ports.conduct().delivered(from, encoded.length());
        }
        complete(to);
      }
      case RelayMessage.Roster roster -> to.onRoster(from, roster);
      case RelayMessage.Report report -> to.onReport(from, report);
      case RelayMessage.Want want -> to.onWant(from, want);
      case RelayMessage.Progress progress -> to.onProgress(from, progress);
      default -> {} // what is for a source; this node is none of this stream
    }
  }

  private void follow(NodeId parent) {
    Member receiving = member;
    if (receiving != null) {
      receiving.follow(parent);
      return;
    }
    Member made =
        new Member(
            new Wiring(environment, header.id(), uplink),
            parent,
            settings,
            store,
            below,
            verifier::check,
            new Arrivals());
    above.stream().forEach(made::hasAlready);
    member = made;
    quality.receivesAs(made);
  }

  private void forward(Member receiving) {
    if (offspring.isEmpty()) {
      forwarding.end();
    } else if (receiving.hasBegun()) {
      forwarding.begin(receiving);
      forwarding.work(receiving);
    }
  }

  private void complete(Member of) {
    if (!isCompleted && of.isComplete()) {
      isCompleted = true;
      listener.completed();
    }
  }

  private void judge(RelayVerdict verdict) {
    quality.judged(verdict);
    ports.conduct().judged(verdict);
  }

  private final class Arrivals implements MemberListener {

    @Override
    public void taken(SealedChunk chunk) {
      isTaken = true;
      if (member != null) {
        forwarding.came(chunk, member);
      }
      listener.taken(chunk);
    }

    @Override
    public void advanced(long to) {
      listener.advanced(to);
    }

    @Override
    public void judged(RelayVerdict verdict) {
      judge(verdict);
    }
  }

  private final class Demand implements DistributorListener {

    @Override
    public void hasRoom() {
      if (member != null) {
        forwarding.work(member);
      }
    }

    @Override
    public void judged(RelayVerdict verdict) {
      judge(verdict);
    }
  }
}
