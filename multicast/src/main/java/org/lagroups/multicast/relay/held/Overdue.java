package org.lagroups.multicast.relay.held;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Up to where chunks should have arrived: what was known to exist some time ago. Chunks come over
 * several trees and overtake each other, so one that is missing is not lost yet.
 */
public final class Overdue {

  private static final int MOMENTS = 32;

  private final long patienceNanos;
  private final Deque<Moment> moments = new ArrayDeque<>();
  private long end;
  private long passed;

  private record Moment(long nanos, long end) {}

  /** Nothing is overdue before {@code patienceNanos} have gone by. */
  public Overdue(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** All chunks below {@code newEnd} exist now. */
  public void exist(long nowNanos, long newEnd) {
    end = Math.max(end, newEnd);
    note(nowNanos);
  }

  /** Chunks below this should be here, however new they are. */
  public void isDue(long sequence) {
    passed = Math.max(passed, sequence);
  }

  /** All chunks below this should be here. */
  public long below(long nowNanos) {
    while (!moments.isEmpty() && nowNanos - moments.getFirst().nanos() >= patienceNanos) {
      passed = Math.max(passed, moments.remove().end());
    }
    note(nowNanos);
    return passed;
  }

  private void note(long nowNanos) {
    Moment last = moments.peekLast();
    long noted = last == null ? passed : last.end();
    boolean isLater = last == null || nowNanos - last.nanos() >= patienceNanos / MOMENTS;
    if (end > noted && isLater) {
      moments.add(new Moment(nowNanos, end));
    }
  }
}
