package org.lagroups.multicast.relay.parent;

import java.util.List;

/**
 * When a parent begins to send a file. Those who come at about the same time are waited for, until
 * they have links to each other: what is sent before has to be sent again.
 */
final class Muster {

  /** So long nobody else has to have come. */
  private static final long QUIET_NANOS = 250_000_000;

  /** The first is not kept waiting for longer. */
  private static final long LONGEST_NANOS = 2_000_000_000;

  private final Children children;
  private boolean isOver;
  private boolean hasSeen;
  private long firstNanos;
  private long lastNanos;

  Muster(Children children, boolean isLive) {
    this.children = children;
    this.isOver = isLive;
  }

  /** Somebody has come. */
  void came(long nowNanos) {
    if (!hasSeen) {
      hasSeen = true;
      firstNanos = nowNanos;
    }
    lastNanos = nowNanos;
  }

  /** Whether chunks may go; once they may they always may. */
  boolean isOver(long nowNanos) {
    if (!isOver && hasSeen) {
      boolean isReady = nowNanos - lastNanos >= QUIET_NANOS && areLinked();
      isOver = isReady || nowNanos - firstNanos >= LONGEST_NANOS;
    }
    return isOver;
  }

  private boolean areLinked() {
    List<Child> served = children.all().stream().filter(Child::isServed).toList();
    return served.stream()
        .allMatch(one -> served.stream().allMatch(other -> other == one || one.reaches(other)));
  }
}
