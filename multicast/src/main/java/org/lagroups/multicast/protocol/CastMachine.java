package org.lagroups.multicast.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.multicast.protocol.drive.Surroundings;
import org.lagroups.multicast.protocol.entry.KeptLinks;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.flow.Uplink;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.StreamMessage;
import org.lagroups.multicast.wire.TreeMessage;

/** All streams of a node: those that it publishes, and those that it receives. */
public final class CastMachine implements Machine<CastTimer> {

  /** Its number among protocols. */
  public static final ProtocolId PROTOCOL = new ProtocolId(17);

  /** The most streams that a node publishes, and the most that it receives. */
  public static final int MAX_STREAMS = 16;

  /** What a message has around a payload, at most. */
  private static final int AROUND_BYTES = 512;

  private static final Rate DENIALS = new Rate(1, 5);

  private final Environment<CastTimer> environment;
  private final CastPorts ports;
  private final Surroundings node;
  private final PeerBuckets denials = new PeerBuckets(DENIALS);
  private final Map<StreamId, SentStream> sent = new TreeMap<>();
  private final Map<StreamId, ReceivedStream> received = new TreeMap<>();
  private long unreadable;
  private long unexpected;

  /** Without streams. */
  public CastMachine(Environment<CastTimer> environment, CastPorts ports) {
    this.environment = environment;
    this.ports = ports;
    this.node =
        new Surroundings(
            environment,
            new KeptLinks(environment),
            ports.groups(),
            new Uplink(),
            ports.addresses(),
            ports.signatures(),
            ports.transcripts());
  }

  /** How the chunks of a stream are distributed. */
  static RelaySettings relaySettings(StreamHeader header, long latencyMillis) {
    return RelaySettings.usual(header.mode(), header.chunkBytes() + AROUND_BYTES)
        .withLatencyMillis(latencyMillis);
  }

  /**
   * Begins to publish a stream.
   *
   * @param store where its chunks are kept for those who ask
   * @throws LimitReachedException if there are {@link #MAX_STREAMS} already, or this node belongs
   *     to as many groups as it may
   */
  public SentStream send(SendRequest request, ChunkStore store, SentListener listener) {
    requireRoom(sent);
    byte[] nonce = new byte[StreamHeader.NONCE_BYTES];
    environment.random().nextBytes(nonce);
    StreamHeader header =
        new StreamHeader(
            ports.identity().publicIdentity(),
            request.title(),
            request.mode(),
            request.chunkBytes(),
            request.lengthBytes(),
            environment.wallMillis(),
            Bytes.wrapOwned(nonce));
    SignedHeader signed = SignedHeader.sign(header, ports.identity());
    SentStream stream = new SentStream(node, ports, request, signed, store, listener);
    sent.put(signed.id(), stream);
    environment.setTimer(CastTimer.TICK, RelaySettings.TICK_MILLIS);
    return stream;
  }

  /**
   * Begins to receive a stream.
   *
   * @param latencyMillis in live mode, for how long a chunk is waited for
   * @throws LimitReachedException if there are {@link #MAX_STREAMS} already, or this node belongs
   *     to as many groups as it may
   * @throws IllegalArgumentException if this node publishes it, or receives it already
   */
  public ReceivedStream receive(StreamLink link, long latencyMillis, ReceivedListener listener) {
    requireRoom(received);
    if (link.source().node().equals(environment.self())) {
      throw new IllegalArgumentException("this node sends the stream itself");
    }
    if (received.containsKey(link.stream())) {
      throw new IllegalArgumentException("this node receives the stream already");
    }
    ReceivedStream stream = new ReceivedStream(node, ports, link, latencyMillis, listener);
    received.put(link.stream(), stream);
    environment.setTimer(CastTimer.TICK, RelaySettings.TICK_MILLIS);
    return stream;
  }

  /** Ends a stream here, published or received, and leaves its tree. */
  public void close(StreamId id) {
    SentStream own = sent.remove(id);
    if (own != null) {
      own.close();
    }
    ReceivedStream other = received.remove(id);
    if (other != null) {
      other.close();
    }
  }

  /** Over which all streams go out, of both kinds. */
  public Uplink uplink() {
    return node.uplink();
  }

  /** The streams that this node publishes. */
  public List<SentStream> sent() {
    return List.copyOf(sent.values());
  }

  /** The streams that this node receives. */
  public List<ReceivedStream> received() {
    return List.copyOf(received.values());
  }

  /** Messages that were none. */
  public long unreadable() {
    return unreadable;
  }

  /** Messages about streams that this node neither publishes nor receives. */
  public long unexpected() {
    return unexpected;
  }

  @Override
  public void start() {}

  @Override
  public void onMessage(NodeId from, Bytes message) {
    switch (CastCodec.decode(message)) {
      case Decoded.Accepted accepted -> take(from, accepted.message(), message);
      case Decoded.Refused _ -> unreadable++;
    }
  }

  @Override
  public void onTimer(CastTimer timer) {
    sent().forEach(SentStream::tick);
    received().forEach(ReceivedStream::tick);
    if (!sent.isEmpty() || !received.isEmpty()) {
      environment.setTimer(CastTimer.TICK, RelaySettings.TICK_MILLIS);
    }
  }

  @Override
  public void onLinkUp(NodeId peer) {
    sent().forEach(stream -> stream.onLinkUp(peer));
    received().forEach(stream -> stream.onLinkUp(peer));
  }

  @Override
  public void onLinkDown(NodeId peer) {
    sent().forEach(stream -> stream.onLinkDown(peer));
    received().forEach(stream -> stream.onLinkDown(peer));
  }

  private void take(NodeId from, CastMessage message, Bytes encoded) {
    SentStream own = sent.get(message.stream());
    ReceivedStream other = received.get(message.stream());
    if (own != null) {
      own.onMessage(from, message);
    } else if (other != null && !(message instanceof StreamMessage.HeaderAsk)) {
      other.onMessage(from, message, encoded);
    } else {
      unexpected++;
      deny(from, message);
    }
  }

  private void deny(NodeId from, CastMessage message) {
    boolean isAsked =
        message instanceof StreamMessage.HeaderAsk || message instanceof TreeMessage.Seek;
    if (isAsked && denials.take(from, 1, environment.elapsedNanos())) {
      StreamMessage.Denial denial =
          new StreamMessage.Denial(message.stream(), StreamMessage.Denial.Why.UNKNOWN_STREAM);
      environment.send(from, Delivery.ORDERED, CastCodec.encode(denial));
    }
  }

  /** Each stream needs a group, and soon another. */
  private void requireRoom(Map<StreamId, ?> streams) {
    if (streams.size() >= MAX_STREAMS) {
      throw new LimitReachedException("there are %d streams already".formatted(MAX_STREAMS));
    }
    if (ports.groups().groups().groups().size() >= LaGroups.MAX_GROUPS) {
      throw new LimitReachedException(
          "this node belongs to %d groups already".formatted(LaGroups.MAX_GROUPS));
    }
  }
}
