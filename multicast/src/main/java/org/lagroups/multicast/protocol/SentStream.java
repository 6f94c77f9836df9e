package org.lagroups.multicast.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.drive.Offspring;
import org.lagroups.multicast.protocol.drive.StreamQuality;
import org.lagroups.multicast.protocol.drive.StreamTree;
import org.lagroups.multicast.protocol.drive.Surroundings;
import org.lagroups.multicast.protocol.entry.Door;
import org.lagroups.multicast.protocol.entry.Farewells;
import org.lagroups.multicast.protocol.entry.Passes;
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
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.RelayMessage;
import org.lagroups.multicast.wire.StreamMessage;
import org.lagroups.multicast.wire.TreeMessage;

/** A stream that this node publishes, at the root of its tree. */
public final class SentStream {

  private final SignedHeader header;
  private final CastPorts ports;
  private final SentListener listener;
  private final BatchSigner signer;
  private final ChunkStore store;
  private final Distributor distributor;
  private final Door door;
  private final Environment<?> environment;
  private final Offspring offspring;
  private final StreamQuality quality;
  private final StreamTree tree;
  private final Deque<SealedChunk> waiting = new ArrayDeque<>();
  private boolean isEnded;

  SentStream(
      Surroundings node,
      CastPorts ports,
      SendRequest request,
      SignedHeader header,
      ChunkStore store,
      SentListener listener) {
    this.header = header;
    this.ports = ports;
    this.store = store;
    this.listener = listener;
    this.signer = new BatchSigner(header, ports.identity(), 0);
    RelaySettings settings = CastMachine.relaySettings(header.header(), request.latencyMillis());
    this.environment = node.environment();
    this.distributor =
        new Distributor(
            new Wiring(environment, header.id(), node.uplink()),
            settings,
            store,
            ports.planner(),
            new News());
    this.offspring = new Offspring(distributor);
    this.quality = new StreamQuality(environment, distributor);
    Passes passes = Passes.of(header, ports.signatures());
    this.door =
        new Door(
            environment,
            header,
            request.audience(),
            request.settings(),
            request.mostChildren(),
            passes,
            ports.identity());
    Signature pass = passes.sign(environment.self(), ports.identity());
    this.tree =
        StreamTree.ofSource(
            node,
            header,
            new StreamMessage.Admission(
                header.id(), request.settings(), request.mostChildren(), pass),
            quality,
            offspring,
            ports.identity());
  }

  public SignedHeader header() {
    return header;
  }

  /** The group in which this node distributes it. */
  public GroupId group() {
    return tree.group();
  }

  /** To whom this node sends it. */
  public Set<NodeId> members() {
    return offspring.served();
  }

  /** The tree, from its root. */
  public Tree tree() {
    return tree.tree();
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

  /** Whether it has ended, and all to whom this node sends it have all of it. */
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
      case StreamMessage.HeaderAsk ask -> door.onAsk(from, ask);
      case TreeMessage about -> tree.onMessage(from, about);
      case RelayMessage.Report report -> offspring.onReport(from, report);
      case RelayMessage.Want want -> distributor.onWant(from, want);
      case RelayMessage.Progress progress -> distributor.onProgress(from, progress);
      default -> {} // what is for receivers; who sends it here gains nothing by it
    }
  }

  void onLinkUp(NodeId peer) {
    distributor.onLinkUp(peer);
    tree.onLinkUp();
  }

  void onLinkDown(NodeId peer) {
    distributor.onLinkDown(peer);
    tree.onLinkDown(peer);
  }

  void tick() {
    tree.tick();
    distributor.tick();
    pump();
    tellOfRoom();
  }

  /**
   * Tells all below that the stream ends, of which they may lack some. They are served until it is
   * closed, when it is told again: what is said last may be lost with the link.
   */
  public void sayFarewell() {
    Farewells farewells = Farewells.of(header, ports.signatures());
    Ending.tell(environment, farewells.sign(ports.identity()), tree().children());
  }

  void close() {
    sayFarewell();
    tree.leave();
    distributor.close();
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

  private final class News implements DistributorListener {

    @Override
    public void hasRoom() {
      pump();
      tellOfRoom();
    }

    @Override
    public void judged(RelayVerdict verdict) {
      quality.judged(verdict);
      ports.conduct().judged(verdict);
    }
  }
}
