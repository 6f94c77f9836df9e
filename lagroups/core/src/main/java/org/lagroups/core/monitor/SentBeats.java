package org.lagroups.core.monitor;

/** The last beats sent to a peer, so that their echoes can be told from old and invented ones. */
final class SentBeats {

  /** How many are remembered; the echo of an earlier one says nothing about now. */
  static final int REMEMBERED = 32;

  private final long[] sentAtNanos = new long[REMEMBERED];
  private final long first;
  private long last;
  private long lastEchoed;

  /**
   * Begins after a counter.
   *
   * @param before random, so that an echo meant for an earlier life of this node does not fit
   */
  SentBeats(long before) {
    this.first = before + 1;
    this.last = before;
    this.lastEchoed = before;
  }

  /** The counter of a beat sent now. */
  long next(long nowNanos) {
    last++;
    sentAtNanos[slot(last)] = nowNanos;
    return last;
  }

  /** Whether a beat with this counter was sent at all. */
  boolean wasSent(long counter) {
    return counter >= first && counter <= last;
  }

  /** Whether nothing was sent since. */
  boolean isLatest(long counter) {
    return wasSent(counter) && counter == last;
  }

  /** Whether an echo proves something new: it is of a later beat than any echoed before. */
  boolean isFresh(long counter) {
    return wasSent(counter) && counter > lastEchoed && counter > last - REMEMBERED;
  }

  /** When a beat was sent whose echo is fresh. */
  long sentAtNanos(long counter) {
    return sentAtNanos[slot(counter)];
  }

  void echoed(long counter) {
    lastEchoed = counter;
  }

  private static int slot(long counter) {
    return (int) (counter % REMEMBERED);
  }
}
