package org.lagroups.multicast.relay.tree;

import org.jspecify.annotations.Nullable;

/** A chunk that has been sent and that not all members have yet. */
public final class Flight {

  private final long sequence;
  private final int bytes;
  private final long firstNanos;
  private @Nullable TreeFlow tree;
  private Shape shape;
  private long sentNanos;
  private long missing;
  private long mostNanos;
  private boolean mostHaveIt;
  private int resends;
  private boolean isJudged;

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

  /** How long it should have taken at most. */
  public long targetNanos() {
    return tree == null ? 0 : tree.targetNanos();
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
