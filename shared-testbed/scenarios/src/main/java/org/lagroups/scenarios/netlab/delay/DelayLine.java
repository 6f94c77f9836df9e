package org.lagroups.scenarios.netlab.delay;

import java.util.Comparator;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Frames on their way. They come out when their time has come; those of equal delay in the order in
 * which they came. When too much is on the way, what comes is lost.
 */
final class DelayLine {

  /** Half a second at a gigabit per second. */
  static final long MAX_BYTES = 64L << 20;

  private static final Comparator<Delayed> IN_TIME =
      Comparator.<Delayed>comparingLong(each -> ((Waiting) each).dueNanos)
          .thenComparingLong(each -> ((Waiting) each).number);

  private final DelayQueue<Waiting> waiting = new DelayQueue<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private long numbers;

  /** Of times that are near each other, so that comparing them is sound. */
  private static final class Waiting implements Delayed {
    private final byte[] frame;
    private final long dueNanos;
    private final long number;

    private Waiting(byte[] frame, long dueNanos, long number) {
      this.frame = frame;
      this.dueNanos = dueNanos;
      this.number = number;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return IN_TIME.compare(this, other);
    }
  }

  /** Takes a frame; from one thread. */
  void put(byte[] frame, long delayNanos) {
    if (bytes.get() + frame.length > MAX_BYTES) {
      lost.incrementAndGet();
      return;
    }
    bytes.addAndGet(frame.length);
    waiting.add(new Waiting(frame, System.nanoTime() + delayNanos, numbers++));
  }

  /** Waits for the next. */
  byte[] take() throws InterruptedException {
    byte[] frame = waiting.take().frame;
    bytes.addAndGet(-frame.length);
    return frame;
  }

  /** How many frames found it full. */
  long lost() {
    return lost.get();
  }
}
