package org.lagroups.multicast.relay.tree;

import org.jspecify.annotations.Nullable;

/** A chunk that has been sent and that not all members have yet. */
public final class Flight {

  private final long sequence;
  private final int bytes;
  private final long firstNanos;
  private @Nullable TreeFlow tree;
  private Shape shape;
  private long usualNanos;
  private long sentNanos;
  private long missing;
  private long mostNanos;
  private boolean mostHaveIt;
  private int resends;
  private boolean isJudged;
  private boolean isForLatecomers;

  /** A chunk sent over a tree to all its members. */
  public Flight(long sequence, int bytes, TreeFlow tree, long nowNanos) {
    this.sequence = sequence;
    this.bytes = bytes;
    this.firstNanos = nowNanos;
    this.sentNanos = nowNanos;
    this.tree = tree;
    this.shape = tree.shape();
    this.missing = shape.members();
  }

  /** A chunk that these members lack, and that is to be sent to them. */
  public Flight(long sequence, int bytes, long members, long nowNanos) {
    this.sequence = sequence;
    this.bytes = bytes;
    this.firstNanos = nowNanos;
    this.sentNanos = nowNanos;
    this.shape = Shape.star(members);
    this.missing = members;
    this.isForLatecomers = true;
  }

  public long sequence() {
    return sequence;
  }

  /** The way that it took last. */
  public Shape shape() {
    return shape;
  }

  /** The members who are not known to have it. */
  public long missing() {
    return missing;
  }

  /** How often it was sent again. */
  public int resends() {
    return resends;
  }

  /** How long ago it was sent the first time. */
  public long ageNanos(long nowNanos) {
    return nowNanos - firstNanos;
  }

  /** How long ago it was sent the last time. */
  public long sentNanosAgo(long nowNanos) {
    return nowNanos - sentNanos;
  }

  /** For how long half of its members or more have had it; 0 if they do not. */
  public long mostNanosAgo(long nowNanos) {
    return mostHaveIt ? nowNanos - mostNanos : 0;
  }

  /** How long it should have taken. */
  public long usualNanos() {
    return tree == null ? usualNanos : tree.usualNanos();
  }

  /** These members lack it, too. */
  public void widen(long members) {
    missing |= members;
    isForLatecomers = true;
  }

  /** Whether somebody lacks it who was not there when it was sent. */
  public boolean isForLatecomers() {
    return isForLatecomers;
  }

  /** It goes once more, to those who lack it. */
  public void resend(Shape way, long nowNanos) {
    release();
    shape = way;
    sentNanos = nowNanos;
    isJudged = false;
    resends++;
  }

  /** Whether it is time to find out who keeps it; asked once for each way that it takes. */
  public boolean judgeOnce() {
    boolean first = !isJudged;
    isJudged = true;
    return first;
  }

  /** Its tree does not wait for it any longer. */
  public void release() {
    if (tree != null) {
      usualNanos = tree.usualNanos();
      tree.released(bytes);
      tree = null;
    }
  }

  /**
   * Some members have it, or need it no more.
   *
   * @return whether nobody lacks it now
   */
  boolean settle(long members, long nowNanos) {
    missing &= ~members;
    if (!mostHaveIt && 2 * Long.bitCount(missing) <= Long.bitCount(shape.members())) {
      mostHaveIt = true;
      mostNanos = nowNanos;
    }
    if (missing == 0 && tree != null) {
      tree.arrived(nowNanos, bytes, nowNanos - sentNanos);
      tree = null;
    }
    return missing == 0;
  }
}
