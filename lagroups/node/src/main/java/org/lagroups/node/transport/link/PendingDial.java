package org.lagroups.node.transport.link;

import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;

/** A dial that has no outcome yet, and has one at most. */
public final class PendingDial {

  private final NodeId expected;
  private Carrier.@Nullable Outcome outcome;

  /** It begins. */
  public PendingDial(NodeId expected, Carrier.Outcome outcome) {
    this.expected = expected;
    this.outcome = outcome;
  }

  /** Whether it was given up, or is over. */
  public boolean isOver() {
    return outcome == null;
  }

  /** Why the node that was reached is not the right one; null if it is. */
  public @Nullable CloseReason objectionTo(NodeId reached) {
    return reached.equals(expected) ? null : CloseReason.WRONG_NODE;
  }

  /** Gives it up; then there is no outcome. */
  public void cancel() {
    outcome = null;
  }

  /** It has led to a link, which is closed if nobody waits for it any more. */
  public void connected(Link link) {
    Carrier.Outcome waiting = outcome;
    outcome = null;
    if (waiting == null) {
      link.close(CloseReason.NOT_WANTED);
    } else {
      waiting.connected(link);
    }
  }

  /** It ended, if it had no outcome before. */
  public void ended(LinkEnd end) {
    Carrier.Outcome waiting = outcome;
    outcome = null;
    if (waiting != null) {
      waiting.failed(end.reason());
    }
  }
}
