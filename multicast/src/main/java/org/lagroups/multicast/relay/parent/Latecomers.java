package org.lagroups.multicast.relay.parent;

import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.relay.tree.Flight;
import org.lagroups.multicast.relay.tree.Ledger;
import org.lagroups.multicast.relay.tree.Members;
import org.lagroups.multicast.wire.RelayMessage.Report;

/**
 * What several members ask for, as it was sent before they came, goes to all of them through one of
 * them: sent to each it would fill the parent's uplink.
 */
final class Latecomers {

  /** Fewer than so many get it from the parent. */
  static final int FEW = 3;

  /** After so long whoever asks again is answered. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final Children children;
  private final Ledger ledger;
  private final Repairs repairs;

  Latecomers(Children children, Ledger ledger, Repairs repairs) {
    this.children = children;
    this.ledger = ledger;
    this.repairs = repairs;
  }

  /**
   * A member asks for a chunk.
   *
   * @return whether it gets it together with others; otherwise it has to be answered
   */
  boolean take(Child asking, long sequence, int bytes, long nowNanos) {
    long lacking = children.members(child -> child.isServed() && lacks(child.report(), sequence));
    if (Long.bitCount(lacking) < FEW || !Members.has(lacking, asking.number())) {
      return false;
    }
    Flight flight = ledger.find(sequence);
    if (flight != null && Members.has(flight.missing(), asking.number())) {
      return flight.sentNanosAgo(nowNanos) < PATIENCE_NANOS;
    }
    if (flight != null) {
      flight.widen(lacking);
    } else if (ledger.isFull()) {
      return false;
    } else {
      flight = new Flight(sequence, bytes, lacking, nowNanos);
      ledger.add(flight);
    }
    repairs.add(flight);
    return true;
  }

  private static boolean lacks(@Nullable Report report, long sequence) {
    return report != null && !report.held().has(sequence);
  }
}
