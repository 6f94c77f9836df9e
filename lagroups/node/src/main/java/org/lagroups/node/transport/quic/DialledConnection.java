package org.lagroups.node.transport.quic;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;

/** A connection that this side opened. */
final class DialledConnection extends QuicConnection implements Carrier.Attempt {

  private final NodeId expected;
  private final byte[] ownId;
  private Carrier.@Nullable Outcome outcome;

  DialledConnection(
      QuicShared shared,
      InetSocketAddress remote,
      NodeId expected,
      byte[] ownId,
      Carrier.Outcome outcome) {
    super(shared, remote);
    this.expected = expected;
    this.ownId = ownId.clone();
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
  void onLink(QuicLink made) {
    made.createStreams();
    Carrier.Outcome waiting = outcome;
    outcome = null;
    if (waiting == null) {
      made.close(CloseReason.NOT_WANTED);
    } else {
      waiting.connected(made);
    }
  }

  @Override
  void onClosed(LinkEnd end) {
    Carrier.Outcome waiting = outcome;
    outcome = null;
    if (waiting != null) {
      waiting.failed(end.reason());
    }
    super.onClosed(end);
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
