package org.lagroups.node.transport.tcp;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.LinkSetup;
import org.lagroups.node.transport.link.PendingDial;

/** A connection that this side opened. */
final class DialledConnection extends TcpConnection implements Carrier.Attempt {

  private final PendingDial dial;

  DialledConnection(LinkSetup setup, InetSocketAddress remote, PendingDial dial) {
    super(setup, remote);
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
  void onLink(TcpLink made) {
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
}
