package org.lagroups.multicast.relay.parent;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.flow.WantBudget;
import org.lagroups.multicast.wire.RelayMessage.Report;
import org.lagroups.multicast.wire.RelayMessage.RosterEntry;
import org.lagroups.multicast.wire.RelayMessage.Sender;

/** A member, as its parent knows it. */
final class Child {

  private final RosterEntry entry;
  private final UplinkEstimate uplink;
  private final WantBudget wants;
  private final Pace pace;
  private final Conduct conduct = new Conduct();
  private final Map<Integer, Long> refusals = new HashMap<>();
  private @Nullable Report report;
  private long heardNanos;
  private boolean isLinked;
  private boolean isSilent;

  Child(RosterEntry entry, double firstUplink, long nowNanos) {
    this.entry = entry;
    this.uplink = new UplinkEstimate(firstUplink);
    this.wants = new WantBudget(nowNanos);
    this.pace = new Pace();
    this.heardNanos = nowNanos;
  }

  RosterEntry entry() {
    return entry;
  }

  int number() {
    return entry.number();
  }

  NodeId node() {
    return entry.node();
  }

  UplinkEstimate uplink() {
    return uplink;
  }

  /** How often it may ask. */
  WantBudget wants() {
    return wants;
  }

  /** Whether it keeps up. */
  Pace pace() {
    return pace;
  }

  /** Whether it passes on what it gets. */
  Conduct conduct() {
    return conduct;
  }

  /** What it said last; null if nothing since its link came up. */
  @Nullable Report report() {
    return report;
  }

  /** It has said how it goes. */
  void reported(Report latest, long nowNanos) {
    report = latest;
    heardNanos = nowNanos;
    isSilent = false;
    uplink.capped((double) latest.capBytesPerSecond());
    uplink.measured(
        nowNanos, (double) latest.uplinkBytesPerSecond(), (double) latest.sentBytesPerSecond());
  }

  /** How it goes with it. */
  MemberState state() {
    double received =
        report == null
            ? 0
            : report.senders().stream()
                .mapToDouble(sender -> (double) sender.bytesPerSecond())
                .sum();
    return new MemberState(node(), received, uplink.bytesPerSecond(), pace.isApart());
  }

  /** How many more chunks from a sender it has refused than it had before. */
  long newlyRefused(Sender sender) {
    Long before = refusals.put(sender.number(), sender.refused());
    return Math.max(0, sender.refused() - (before == null ? 0 : before));
  }

  void linked(boolean linked, long nowNanos) {
    isLinked = linked;
    isSilent = false;
    heardNanos = nowNanos;
    if (!linked) {
      report = null;
    }
  }

  boolean isLinked() {
    return isLinked;
  }

  long silentNanos(long nowNanos) {
    return nowNanos - heardNanos;
  }

  /** It has not been heard of for too long. */
  void silent() {
    isSilent = true;
  }

  boolean isSilent() {
    return isSilent;
  }

  /** Whether trees lead to it. */
  boolean isServed() {
    return isLinked && !isSilent && !pace.isApart();
  }

  /** Whether it may be given something to pass on. */
  boolean isRelay() {
    return isServed() && report != null && !conduct.isBarred();
  }

  /** Whether there is a link from it to another that both know of. */
  boolean reaches(Child other) {
    return report != null
        && other.report != null
        && (report.linked() & 1L << other.number()) != 0
        && (other.report.linked() & 1L << number()) != 0
        && !conduct.isAccusedBy(other.node());
  }
}
