package org.lagroups.multicast.relay.child;

import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.Wiring;
import org.lagroups.multicast.relay.flow.Outbox;
import org.lagroups.multicast.wire.Held;
import org.lagroups.multicast.wire.RelayMessage.Report;

/** Tells parent and siblings how it goes. */
final class Reporting {

  /** How often siblings are told, while there are few; they only need it to ask for chunks. */
  private static final long SIBLINGS_NANOS = 250_000_000;

  /** The same in file mode, where nobody is in a hurry, and reports take room from chunks. */
  private static final long SIBLINGS_OF_FILE_NANOS = 1_000_000_000;

  private static final int FEW = 16;
  private static final long PARENT_NANOS = RelaySettings.REPORT_MILLIS * 1_000_000;

  private final Wiring wiring;
  private final Siblings siblings;
  private final Outbox outbox;
  private final long siblingsInterval;
  private long parentNanos;
  private long siblingsNanos;
  private boolean isSoon = true;

  Reporting(Wiring wiring, Siblings siblings, Outbox outbox, boolean isLive) {
    this.wiring = wiring;
    this.siblings = siblings;
    this.outbox = outbox;
    this.siblingsInterval = isLive ? SIBLINGS_NANOS : SIBLINGS_OF_FILE_NANOS;
  }

  /** Something has changed that all should know at once. */
  void soon() {
    isSoon = true;
  }

  /** Reports if it is time to. */
  void work(long nowNanos, Held held, long lowest) {
    boolean toParent = isSoon || nowNanos - parentNanos >= PARENT_NANOS;
    boolean toSiblings = isSoon || nowNanos - siblingsNanos >= siblingsInterval();
    if (!toParent && !toSiblings) {
      return;
    }
    Report report = report(nowNanos, held, lowest);
    if (toParent) {
      isSoon = false;
      parentNanos = nowNanos;
      wiring.tell(siblings.parent().node(), report);
    }
    if (toSiblings) {
      siblingsNanos = nowNanos;
      siblings.all().stream()
          .map(Neighbour::node)
          .filter(node -> !siblings.isParent(node))
          .forEach(node -> wiring.tell(node, report));
    }
  }

  private long siblingsInterval() {
    return siblingsInterval * Math.max(1, Math.ceilDiv(siblings.all().size(), FEW));
  }

  private Report report(long nowNanos, Held held, long lowest) {
    return new Report(
        wiring.stream(),
        siblings.epoch(),
        held,
        lowest,
        linked(),
        (long) outbox.capacity(nowNanos).orElse(0),
        (long) outbox.cap(nowNanos),
        (long) outbox.bytesPerSecond(nowNanos),
        outbox.waitingBytes(),
        siblings.senders(nowNanos));
  }

  private long linked() {
    long linked = 0;
    for (Neighbour neighbour : siblings.all()) {
      NodeId node = neighbour.node();
      if (!siblings.isParent(node) && outbox.isLinked(node)) {
        linked |= 1L << neighbour.number();
      }
    }
    return linked;
  }
}
