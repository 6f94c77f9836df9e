package org.lagroups.multicast.relay.held;

import java.util.BitSet;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.wire.Held;

/**
 * Sequences of chunks: all below some number, and some above it, not too far away, so that the set
 * never takes more than 128 KiB.
 */
public final class SequenceSet {

  /** How far above the first that is missing a sequence may be. */
  public static final int MAX_AHEAD = 1 << 20;

  /** The words of a set are moved when so many sequences at its front are no longer needed. */
  private static final int SLACK = 1 << 14;

  private long below;
  private long origin;
  private BitSet ahead = new BitSet();

  /** All sequences below {@code below}. */
  public SequenceSet(long below) {
    this.below = below;
    this.origin = below;
  }

  /** All sequences below this are in the set; this one is not. */
  public long below() {
    return below;
  }

  /** The first sequence above all that are in the set. */
  public long end() {
    return Math.max(below, origin + ahead.length());
  }

  /** Whether the set has a sequence. */
  public boolean has(long sequence) {
    return sequence < below || (sequence < end() && ahead.get((int) (sequence - origin)));
  }

  /** Whether a sequence is near enough to be added. */
  public boolean reaches(long sequence) {
    return sequence < below + MAX_AHEAD;
  }

  /**
   * Adds a sequence that is near enough.
   *
   * @return whether it was not in the set yet
   */
  public boolean add(long sequence) {
    if (!reaches(sequence)) {
      throw new IllegalArgumentException(sequence + " is too far above " + below);
    }
    if (has(sequence)) {
      return false;
    }
    ahead.set((int) (sequence - origin));
    advance();
    return true;
  }

  /** Adds all sequences below {@code sequence}. */
  public void addBelow(long sequence) {
    if (sequence > below) {
      long from = below - origin;
      long to = Math.min(sequence - origin, ahead.length());
      if (to > from) {
        ahead.clear((int) from, (int) to);
      }
      below = sequence;
      advance();
    }
  }

  /** The first sequence from {@code from} on that is not in the set. */
  public long nextMissing(long from) {
    if (from < below) {
      return below;
    }
    return from >= end() ? from : origin + ahead.nextClearBit((int) (from - origin));
  }

  /** What a peer is told of the set: the first that is missing, and the last few thousand. */
  public Held held() {
    long base = Math.max(below, end() - Held.MAX_BITS);
    int first = (int) Math.min(base - origin, ahead.length());
    BitSet window = ahead.get(first, ahead.length());
    return new Held(below, base, Bytes.wrapOwned(window.toByteArray()));
  }

  private void advance() {
    int bit = (int) Math.min(Integer.MAX_VALUE, below - origin);
    if (bit < ahead.length()) {
      int clear = ahead.nextClearBit(bit);
      ahead.clear(bit, clear);
      below = origin + clear;
    }
    if (ahead.isEmpty()) {
      origin = below;
    } else if (below - origin > SLACK) {
      int shift = (int) (below - origin) & -Long.SIZE;
      ahead = ahead.get(shift, ahead.length());
      origin += shift;
    }
  }
}
