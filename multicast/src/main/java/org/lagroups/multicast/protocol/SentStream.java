package org.lagroups.multicast.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.Subscription;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.Door;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.RelayStatistics;
import org.lagroups.multicast.relay.RelayVerdict;
import org.lagroups.multicast.relay.Wiring;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.relay.parent.DistributorListener;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.chunk.BatchSigner;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.RelayMessage;
import org.lagroups.multicast.wire.StreamMessage;

/**
 * A stream that this node publishes, in a group of its own: its members are those for whom this
 * node vouches, from when they report on.
 */
public final class SentStream {

  private final SignedHeader header;
  private final GroupId group;
  private final CastPorts ports;
  private final SentListener listener;
  private final int maxMembers;
  private final BatchSigner signer;
  private final ChunkStore store;
  private final Distributor distributor;
  private final Door door;
  private final Subscription subscription;
  private final Deque<SealedChunk> waiting = new ArrayDeque<>();
  private final Set<NodeId> members = new TreeSet<>();
  private boolean isEnded;

  SentStream(
      Environment<?> environment,
      CastPorts ports,
      SendRequest request,
      SignedHeader header,
      ChunkStore store,
      SentListener listener) {
    this.header = header;
    this.ports = ports;
    this.store = store;
    this.listener = listener;
    this.maxMembers = request.maxMembers();
    this.group = ports.groups().create(request.settings());
    this.signer = new BatchSigner(header, ports.identity(), 0);
    RelaySettings settings = CastMachine.relaySettings(header.header(), request.latencyMillis());
    this.distributor =
        new Distributor(
            new Wiring(environment, header.id()), settings, store, ports.planner(), new News());
    this.door =
        new Door(
            environment, header, request.audience(), group, request.settings(), ports.groups());
    this.subscription = ports.groups().changes(group, this::onChange);
  }

  public SignedHeader header() {
    return header;
  }

  /** The group in which it is distributed. */
  public GroupId group() {
    return group;
  }

  /** To whom it is sent. */
  public Set<NodeId> members() {
    return Set.copyOf(members);
  }

  /** The sequence of the next chunk. */
  public long nextSequence() {
    return signer.nextSequence();
  }

  /** Whether the next batch is taken. In live mode it always is. */
  public boolean hasRoom() {
    return waiting.isEmpty() && distributor.hasRoom();
  }

  /**
   * Takes the next chunks.
   *
   * @param payloads as {@link BatchSigner#seal} wants them
   * @param isLast whether the stream ends here
   * @throws IllegalArgumentException if they do not fit the header
   */
  public void offer(List<Bytes> payloads, boolean isLast) {
    for (SealedChunk sealed : signer.seal(payloads, isLast)) {
      store.put(sealed);
      waiting.add(sealed);
    }
    isEnded = isLast;
    pump();
  }

  /** Whether it has ended, and all members have all of it. */
  public boolean isDelivered() {
    return isEnded && waiting.isEmpty() && distributor.isDelivered();
  }

  /** Counters. */
  public RelayStatistics statistics() {
    return distributor.statistics();
  }

  /** The side towards the members: rates, trees. */
  public Distributor distributor() {
    return distributor;
  }

  void onMessage(NodeId from, CastMessage message) {
    switch (message) {
      case StreamMessage.HeaderAsk ask ->
          door.onAsk(from, ask, members.contains(from) || members.size() < maxMembers);
      case RelayMessage.Report report -> {
        admit(from);
        distributor.onReport(from, report);
      }
      case RelayMessage.Want want -> distributor.onWant(from, want);
      case RelayMessage.Progress progress -> distributor.onProgress(from, progress);
      default -> {} // what is for receivers; who sends it here gains nothing by it
    }
  }

  void onLinkUp(NodeId peer) {
    distributor.onLinkUp(peer);
  }

  void onLinkDown(NodeId peer) {
    distributor.onLinkDown(peer);
  }

  void tick() {
    distributor.tick();
    pump();
    tellOfRoom();
  }

  void close() {
    subscription.close();
    ports.groups().leave(group);
  }

  private void pump() {
    while (!waiting.isEmpty() && distributor.hasRoom()) {
      distributor.offer(waiting.remove());
    }
  }

  private void tellOfRoom() {
    if (!isEnded && hasRoom()) {
      listener.hasRoom();
    }
  }

  private void onChange(GroupEvent event) {
    Set<NodeId> now = ports.groups().vouchedFor(group);
    for (NodeId gone : Set.copyOf(members)) {
      if (!now.contains(gone)) {
        members.remove(gone);
        distributor.remove(gone);
      }
    }
  }

  /** Who reports can take chunks; before, it would miss whatever it was sent. */
  private void admit(NodeId node) {
    if (!members.contains(node)
        && ports.groups().vouchedFor(group).contains(node)
        && distributor.add(node)) {
      members.add(node);
    }
  }

  private final class News implements DistributorListener {

    @Override
    public void hasRoom() {
      pump();
      tellOfRoom();
    }

    @Override
    public void judged(RelayVerdict verdict) {
      ports.conduct().judged(verdict);
    }
  }
}
