package org.lagroups.multicast.relay.child;

import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.flow.RateMeter;
import org.lagroups.multicast.relay.flow.WantBudget;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.RelayMessage.Progress;
import org.lagroups.multicast.wire.RelayMessage.Report;
import org.lagroups.multicast.wire.RelayMessage.Sender;

/** Somebody that a member gets chunks from: its parent or a sibling. */
final class Neighbour {

  /** After so many chunks their arrival is acknowledged at once. */
  static final int ACKNOWLEDGED_AT_ONCE = 4;

  private final NodeId node;
  private final int number;
  private final RateMeter meter;
  private final WantBudget wants;
  private @Nullable Report report;
  private int unacknowledged;
  private long latest;
  private long latestNanos;
  private long refused;

  Neighbour(NodeId node, int number, long nowNanos) {
    this.node = node;
    this.number = number;
    this.meter = new RateMeter(nowNanos);
    this.wants = new WantBudget(nowNanos);
  }

  NodeId node() {
    return node;
  }

  int number() {
    return number;
  }

  /** How often it may ask. */
  WantBudget wants() {
    return wants;
  }

  /** What it said last; null if nothing. */
  @Nullable Report report() {
    return report;
  }

  void reported(@Nullable Report latestReport) {
    report = latestReport;
  }

  /** A chunk has come; whether that has to be acknowledged at once. */
  boolean got(long nowNanos, long sequence, int bytes) {
    meter.add(nowNanos, bytes);
    latest = sequence;
    latestNanos = nowNanos;
    unacknowledged++;
    return unacknowledged >= ACKNOWLEDGED_AT_ONCE;
  }

  boolean hasUnacknowledged() {
    return unacknowledged > 0;
  }

  /** Says which chunk came last, and when. */
  Progress acknowledge(StreamId stream) {
    unacknowledged = 0;
    return new Progress(stream, latest, Math.max(0, latestNanos));
  }

  /** A chunk from it failed the check. */
  void refuse() {
    refused++;
  }

  /** Its link is gone. */
  void lost() {
    unacknowledged = 0;
    report = null;
  }

  /** Whether it has, as far as is known, a chunk. */
  boolean has(long sequence) {
    return report != null && sequence >= report.lowest() && report.held().has(sequence);
  }

  /** What it sends here. */
  long bytesPerSecond(long nowNanos) {
    return (long) meter.bytesPerSecond(nowNanos);
  }

  Sender told(long nowNanos) {
    return new Sender(number, bytesPerSecond(nowNanos), refused);
  }
}
