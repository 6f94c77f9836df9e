package org.lagroups.scenarios.bench.guard.traffic;

/** What one side says before the other one does: an opening, and then a part of a pool. */
final class Message {

  private final byte[] opening;
  private final byte[] pool;
  private final int from;
  private final int length;

  /**
   * A message; the arrays are not copied, and must not change.
   *
   * @param from where in the pool, which begins again where it ends
   * @param length with the opening
   */
  Message(byte[] opening, byte[] pool, int from, int length) {
    this.opening = opening;
    this.pool = pool;
    this.from = from;
    this.length = length;
  }

  int length() {
    return length;
  }

  /** Copies a part of it. */
  void copy(int offset, int bytes, byte[] into, int at) {
    int done = 0;
    if (offset < opening.length) {
      done = Math.min(bytes, opening.length - offset);
      System.arraycopy(opening, offset, into, at, done);
    }
    while (done < bytes) {
      int place = (from + offset + done - opening.length) % pool.length;
      int piece = Math.min(bytes - done, pool.length - place);
      System.arraycopy(pool, place, into, at + done, piece);
      done += piece;
    }
  }
}
