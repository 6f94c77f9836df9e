package org.lagroups.multicast.relay.tree;

import org.lagroups.multicast.relay.flow.FlowWindow;

/**
 * A tree in use. As much is on its way over it as {@link FlowWindow} finds right, so that the real
 * capacities decide how much it carries, whatever was planned.
 */
public final class TreeFlow {

  /** More than chunks wait at the parent alone, so that its windows do not decide for the tree. */
  private static final long WAIT_NANOS = 500_000_000;

  /** So much of that is nothing to wonder at. */
  private static final long USUAL_WAIT_NANOS = 400_000_000;

  private static final double SECOND = 1e9;

  /** So many chunks are on the way at least, as a relay needs one to send while it gets another. */
  private static final int LEAST_CHUNKS = 3;

  /** A tree that was slower than planned for a while does not make up for more than this. */
  private static final long MAX_LATE_NANOS = 250_000_000;

  private final Shape shape;
  private final boolean hasSeveralRoots;
  private final FlowWindow window;
  private double rate;
  private double spent;
  private long flyingBytes;
  private long sentBytes;
  private long dueNanos = Long.MIN_VALUE;
  private long fullNanos = Long.MIN_VALUE;

  TreeFlow(Shape shape, double rate, int chunkBytes) {
    this.shape = shape;
    this.hasSeveralRoots = shape.to(Shape.PARENT).size() > 1;
    this.rate = rate;
    this.window = new FlowWindow((long) LEAST_CHUNKS * chunkBytes, WAIT_NANOS, 0);
  }

  public Shape shape() {
    return shape;
  }

  /** What it was planned to carry, in bytes per second; 0 for one that only takes what is left. */
  public double rate() {
    return rate;
  }

  /** Bytes of chunks that were sent over it. */
  public long sentBytes() {
    return sentBytes;
  }

  /** Whether one more chunk may be on the way. */
  boolean hasRoom(int bytes) {
    return flyingBytes == 0 || flyingBytes + bytes <= window.bytes();
  }

  /** Whether it has carried as much as was planned by now, and each chunk leaves several times. */
  boolean isAhead(long nowNanos) {
    return hasSeveralRoots && dueNanos > nowNanos;
  }

  /** Whether members pass on what is sent over it. */
  boolean isRelayed() {
    return shape.relays() != 0;
  }

  /** Bytes of chunks that are on the way. */
  public long flyingBytes() {
    return flyingBytes;
  }

  /** After so long a chunk should have been at all members, even if the tree is crowded. */
  public long usualNanos() {
    return window.targetNanos() - WAIT_NANOS + USUAL_WAIT_NANOS;
  }

  /** By which the trees are compared: the one that has spent least is the next. */
  double spent() {
    return spent;
  }

  void rate(double newRate) {
    if (newRate != rate) {
      dueNanos = Long.MIN_VALUE;
    }
    rate = newRate;
  }

  /** A chunk is sent over it. */
  void sent(long nowNanos, int bytes, double leastSpent, double share) {
    flyingBytes += bytes;
    sentBytes += bytes;
    if (!hasRoom(bytes)) {
      fullNanos = nowNanos;
    }
    spent = Math.max(spent, leastSpent) + bytes / share;
    long takes = (long) (bytes / share * SECOND);
    long due = Math.max(dueNanos, nowNanos - MAX_LATE_NANOS) + takes;
    // What it carried beyond the plan while that cost nobody anything is not held against it.
    dueNanos = Math.min(due, nowNanos + takes);
  }

  /** It begins to be used together with others. */
  void spend(double newSpent) {
    spent = newSpent;
  }

  /** A chunk need not be waited for any longer. */
  void released(int bytes) {
    flyingBytes -= bytes;
  }

  /** A chunk is at all members. */
  void arrived(long nowNanos, int bytes, long tookNanos) {
    // One report tells of several chunks: all that were on the way while it was full count.
    boolean wasFull = fullNanos >= nowNanos - tookNanos;
    flyingBytes -= bytes;
    window.arrived(nowNanos, bytes, tookNanos, wasFull);
  }
}
