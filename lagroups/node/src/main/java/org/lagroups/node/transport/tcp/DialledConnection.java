package org.lagroups.node.transport.tcp;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.LinkSetup;

/** A connection that this side opened. */
final class DialledConnection extends TcpConnection implements Carrier.Attempt {

  private final NodeId expected;
  private Carrier.@Nullable Outcome outcome;

  DialledConnection(
      LinkSetup setup, InetSocketAddress remote, NodeId expected, Carrier.Outcome outcome) {
    super(setup, remote);
    this.expected = expected;
    this.outcome = outcome;
  }

  /** Whether it was given up before it began. */
  boolean isCancelled() {
    return outcome == null;
  }

  @Override
  public void cancel() {
    outcome = null;
    close(CloseReason.NOT_WANTED);
  }

  @Override
  @Nullable CloseReason objectionTo(NodeId peer) {
    return peer.equals(expected) ? null : CloseReason.WRONG_NODE;
  }

  @Override
  void onLink(TcpLink made) {
    Carrier.Outcome waiting = outcome;
    outcome = null;
    if (waiting == null) {
      made.close(CloseReason.NOT_WANTED);
    } else {
      waiting.connected(made);
    }
  }

  @Override
  void onClosed(LinkEnd how) {
    Carrier.Outcome waiting = outcome;
    outcome = null;
    if (waiting != null) {
      waiting.failed(how.reason());
    }
    super.onClosed(how);
  }

  @Override
  boolean isDialled() {
    return true;
  }
}
