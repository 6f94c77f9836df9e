package org.lagroups.multicast.protocol;

import java.util.function.BooleanSupplier;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.Route;
import org.lagroups.multicast.wire.StreamMessage.ChunkMessage;

/** Streams of a node that, while it drops, does not see to whom it should pass a chunk on. */
record Dropper(CastMachine machine, BooleanSupplier isDropping) implements Machine<CastTimer> {

  @Override
  public void start() {
    machine.start();
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    machine.onMessage(from, isDropping.getAsBoolean() ? withoutRoute(message) : message);
  }

  @Override
  public void onTimer(CastTimer timer) {
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

  private static Bytes withoutRoute(Bytes message) {
    return CastCodec.decode(message) instanceof Decoded.Accepted(ChunkMessage chunk)
        ? CastCodec.encode(new ChunkMessage(chunk.stream(), Route.NONE, chunk.sealed()))
        : message;
  }
}
