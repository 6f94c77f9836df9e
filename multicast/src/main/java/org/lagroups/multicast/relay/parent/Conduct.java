package org.lagroups.multicast.relay.parent;

/** What speaks against a member as a relay. */
final class Conduct {

  /** So many chunks that it had and did not pass on make it a dropper. */
  static final int MAX_BLAMES = 8;

  /** So many members who refuse what it passes on make it a corrupter. */
  static final int MAX_ACCUSERS = 2;

  /** Blames are halved so often, so that an unlucky member is not remembered for ever. */
  private static final long HALVED_NANOS = 10_000_000_000L;

  private long accusers;
  private long blamers;
  private int blames;
  private long halvedNanos;
  private boolean isBarred;
  private boolean isOnProbation;
  private long probationEndNanos;

  /** It was barred before, and relays nothing until then. */
  void probation(long endNanos) {
    isOnProbation = true;
    probationEndNanos = endNanos;
  }

  /** Whether its probation is over just now. */
  boolean hasServed(long nowNanos) {
    boolean hasServed = isOnProbation && nowNanos - probationEndNanos >= 0;
    isOnProbation &= !hasServed;
    return hasServed;
  }

  /** Whether it relays nothing, for now at least. */
  boolean isBarred() {
    return isBarred || isOnProbation;
  }

  /** Whether a member has refused what it passed on. */
  boolean isAccusedBy(int member) {
    return (accusers & 1L << member) != 0;
  }

  /** All who have refused what it passed on. */
  long accusers() {
    return accusers;
  }

  /** All who did not get what it should have passed on. */
  long blamers() {
    return blamers;
  }

  /**
   * A member has refused what it passed on.
   *
   * @param members how many there are
   * @return whether that is news
   */
  boolean accuse(int member, int members) {
    boolean isNews = !isAccusedBy(member);
    accusers |= 1L << member;
    isBarred |= Long.bitCount(accusers) >= Math.min(MAX_ACCUSERS, Math.max(1, members - 1));
    return isNews;
  }

  /**
   * It has a chunk and has not passed it on to these, though nothing waits at it.
   *
   * @return whether that makes it a dropper
   */
  boolean blame(long members, long nowNanos) {
    if (nowNanos - halvedNanos >= HALVED_NANOS) {
      halvedNanos = nowNanos;
      blames /= 2;
    }
    blames++;
    blamers |= members;
    boolean isDropper = !isBarred && blames >= MAX_BLAMES;
    isBarred |= isDropper;
    return isDropper;
  }
}
