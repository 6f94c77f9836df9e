package org.lagroups.node.transport.tcp;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.auth.HandshakeGate;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.LinkSetup;

/** A connection that a peer opened. It takes a place in the gate until the peer has said hello. */
final class AcceptedConnection extends TcpConnection {

  private final HandshakeGate gate;
  private boolean isInGate;
  private @Nullable Future<?> patience;

  AcceptedConnection(LinkSetup setup, InetSocketAddress remote, HandshakeGate gate) {
    super(setup, remote);
    this.gate = gate;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    super.handlerAdded(ctx);
    gate.enter(remote.getAddress());
    isInGate = true;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    patience =
        ctx.executor()
            .schedule(
                () -> close(CloseReason.NOT_WANTED),
                setup.settings().timing().dialMillis(),
                TimeUnit.MILLISECONDS);
    ctx.fireChannelActive();
  }

  @Override
  @Nullable CloseReason objectionTo(NodeId peer) {
    return setup.objectionToCaller(peer);
  }

  @Override
  void onLink(TcpLink made) {}

  @Override
  boolean isDialled() {
    return false;
  }

  @Override
  void onOpened() {
    leaveGate();
  }

  @Override
  void onClosed(LinkEnd how) {
    leaveGate();
    super.onClosed(how);
  }

  private void leaveGate() {
    if (isInGate) {
      isInGate = false;
      gate.leave(remote.getAddress());
    }
    if (patience != null) {
      patience.cancel(false);
      patience = null;
    }
  }
}
