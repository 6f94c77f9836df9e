package org.lagroups.multicast.relay;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.flow.Uplink;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.Route;
import org.lagroups.multicast.wire.StreamMessage.ChunkMessage;

/** How the messages about one stream leave a node. */
public final class Wiring {

  private final Environment<?> environment;
  private final StreamId stream;
  private final Uplink uplink;

  /** With an uplink that is not capped. */
  public Wiring(Environment<?> environment, StreamId stream) {
    this(environment, stream, new Uplink());
  }

  /** With an uplink that it shares with all other streams of the node. */
  public Wiring(Environment<?> environment, StreamId stream, Uplink uplink) {
    this.environment = environment;
    this.stream = stream;
    this.uplink = uplink;
  }

  public Uplink uplink() {
    return uplink;
  }

  public StreamId stream() {
    return stream;
  }

  public NodeId self() {
    return environment.self();
  }

  public long now() {
    return environment.elapsedNanos();
  }

  /** A number from 0 to {@code bound} - 1. */
  public int random(int bound) {
    return environment.random().nextInt(bound);
  }

  public boolean isLinked(NodeId peer) {
    return environment.isLinked(peer);
  }

  /** Sends a message that no chunk delays; best effort. */
  public void tell(NodeId to, CastMessage message) {
    environment.send(to, Delivery.ORDERED, CastCodec.encode(message));
  }

  /** Sends an encoded chunk; false if it was not taken. */
  public boolean chunk(NodeId to, Bytes encoded) {
    return environment.send(to, Delivery.BULK, encoded);
  }

  /** Encodes a chunk with the way that it takes. */
  public Bytes encoded(SealedChunk chunk, Route route) {
    return CastCodec.encode(new ChunkMessage(stream, route, chunk));
  }
}
