package org.lagroups.node.transport.quic;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.PendingDial;

/** A connection that this side opened. */
final class DialledConnection extends QuicConnection implements Carrier.Attempt {

  private final byte[] ownId;
  private final PendingDial dial;

  DialledConnection(QuicShared shared, InetSocketAddress remote, byte[] ownId, PendingDial dial) {
    super(shared, remote);
    this.ownId = ownId.clone();
    this.dial = dial;
  }

  /** Whether it was given up before it began. */
  boolean isCancelled() {
    return dial.isOver();
  }

  @Override
  public void cancel() {
    dial.cancel();
    close(CloseReason.NOT_WANTED);
  }

  @Override
  @Nullable CloseReason objectionTo(NodeId peer) {
    return dial.objectionTo(peer);
  }

  @Override
  void onLink(QuicLink made) {
    made.createStreams();
    dial.connected(made);
  }

  @Override
  void onClosed(LinkEnd how) {
    dial.ended(how);
    super.onClosed(how);
  }

  @Override
  boolean isDialled() {
    return true;
  }

  @Override
  byte[] ownId() {
    return ownId.clone();
  }
}
