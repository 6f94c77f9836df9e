package org.lagroups.wormguard.engine.payload;

/** What a judgement may still cost, in bytes looked at and what is worth as much. */
final class Effort {

  /** What any judgement may cost, however short its text is. */
  static final long BASE = 2_000_000;

  /** What it may cost for each byte of its text. */
  static final long PER_BYTE = 64;

  /** What trying a condition costs besides the bytes that it looks at. */
  static final long CONDITION = 16;

  /** What looking for a pattern costs besides the steps that it takes. */
  static final long PATTERN = 100;

  private long left;

  /** Begins anew, for a text of a length. */
  void begin(long textBytes) {
    left = BASE + PER_BYTE * textBytes;
  }

  /** Spends some. Whether that was still there. */
  boolean spend(long cost) {
    left -= cost;
    return left >= 0;
  }

  /** How much there is; negative if more was asked for than there was. */
  long left() {
    return left;
  }

  /** Whether more was asked for than there was. */
  boolean isSpent() {
    return left < 0;
  }
}
