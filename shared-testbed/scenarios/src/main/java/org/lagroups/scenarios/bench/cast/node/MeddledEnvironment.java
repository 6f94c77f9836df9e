package org.lagroups.scenarios.bench.cast.node;

import java.util.List;
import java.util.random.RandomGenerator;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.chunk.Chunk;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.StreamMessage.ChunkMessage;

/** The world of streams whose chunks are altered on their way out while the node corrupts. */
record MeddledEnvironment<T extends Enum<T>>(Environment<T> environment, Meddling meddling)
    implements Environment<T> {

  @Override
  public NodeId self() {
    return environment.self();
  }

  @Override
  public long wallMillis() {
    return environment.wallMillis();
  }

  @Override
  public long elapsedNanos() {
    return environment.elapsedNanos();
  }

  @Override
  public RandomGenerator random() {
    return environment.random();
  }

  @Override
  public boolean send(NodeId to, Delivery delivery, Bytes message) {
    Bytes sent = meddling.kind() == Meddling.Kind.CORRUPT ? altered(message) : message;
    return environment.send(to, delivery, sent);
  }

  @Override
  public void setTimer(T timer, long delayMillis) {
    environment.setTimer(timer, delayMillis);
  }

  @Override
  public void cancelTimer(T timer) {
    environment.cancelTimer(timer);
  }

  @Override
  public void keepLink(NodeId peer, List<NodeAddress> addresses) {
    environment.keepLink(peer, addresses);
  }

  @Override
  public void releaseLink(NodeId peer) {
    environment.releaseLink(peer);
  }

  @Override
  public boolean isLinked(NodeId peer) {
    return environment.isLinked(peer);
  }

  private static Bytes altered(Bytes message) {
    return CastCodec.decode(message) instanceof Decoded.Accepted(ChunkMessage chunk)
        ? CastCodec.encode(new ChunkMessage(chunk.stream(), chunk.route(), altered(chunk.sealed())))
        : message;
  }

  private static SealedChunk altered(SealedChunk sealed) {
    byte[] payload = sealed.chunk().payload().toArray();
    payload[payload.length / 2] ^= 1;
    return new SealedChunk(
        new Chunk(sealed.chunk().sequence(), Bytes.wrapOwned(payload)), sealed.proof());
  }
}
