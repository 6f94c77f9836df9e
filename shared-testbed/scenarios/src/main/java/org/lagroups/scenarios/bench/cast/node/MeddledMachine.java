package org.lagroups.scenarios.bench.cast.node;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.Route;
import org.lagroups.multicast.wire.StreamMessage.ChunkMessage;

/** Streams that, while the node drops, do not see to whom they should pass a chunk on. */
record MeddledMachine<T extends Enum<T>>(Machine<T> machine, Meddling meddling)
    implements Machine<T> {

  @Override
  public void start() {
    machine.start();
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    machine.onMessage(
        from, meddling.kind() == Meddling.Kind.DROP ? withoutRoute(message) : message);
  }

  @Override
  public void onTimer(T timer) {
    machine.onTimer(timer);
  }

  @Override
  public void onLinkUp(NodeId peer) {
    machine.onLinkUp(peer);
  }

  @Override
  public void onLinkDown(NodeId peer) {
    machine.onLinkDown(peer);
  }

  @Override
  public void onLinkInDoubt(NodeId peer) {
    machine.onLinkInDoubt(peer);
  }

  private static Bytes withoutRoute(Bytes message) {
    return CastCodec.decode(message) instanceof Decoded.Accepted(ChunkMessage chunk)
        ? CastCodec.encode(new ChunkMessage(chunk.stream(), Route.NONE, chunk.sealed()))
        : message;
  }
}
