package org.lagroups.node.transport.quic;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.auth.HandshakeGate;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;

/** A connection that a peer opened. It takes a place in the gate until the peer has said hello. */
final class AcceptedConnection extends QuicConnection {

  private final HandshakeGate gate;
  private final Demultiplexer demultiplexer;
  private boolean inGate;
  private @Nullable Future<?> patience;

  AcceptedConnection(
      QuicShared shared,
      InetSocketAddress remote,
      HandshakeGate gate,
      Demultiplexer demultiplexer) {
    super(shared, remote);
    this.gate = gate;
    this.demultiplexer = demultiplexer;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    gate.enter(remote.getAddress());
    inGate = true;
    super.handlerAdded(ctx);
    patience =
        ctx.executor()
            .schedule(
                () -> close(CloseReason.NOT_WANTED),
                shared.setup().settings().timing().dialMillis(),
                TimeUnit.MILLISECONDS);
  }

  @Override
  @Nullable CloseReason objectionTo(NodeId peer) {
    return shared.setup().objectionToCaller(peer);
  }

  @Override
  void onLink(QuicLink made) {}

  @Override
  void onOpened(Bytes peersToken) {
    leaveGate();
    super.onOpened(peersToken);
  }

  @Override
  void onClosed(LinkEnd end) {
    leaveGate();
    super.onClosed(end);
  }

  @Override
  boolean isDialled() {
    return false;
  }

  /** The packet that ends the handshake is addressed to the ID that this side chose. */
  @Override
  byte[] ownId() {
    return demultiplexer.currentId();
  }

  private void leaveGate() {
    if (inGate) {
      inGate = false;
      gate.leave(remote.getAddress());
    }
    if (patience != null) {
      patience.cancel(false);
      patience = null;
    }
  }
}
