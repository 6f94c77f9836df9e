package org.lagroups.wormguard.engine.payload;

/**
 * What a judgement may still cost, in bytes looked at and what is worth as much. All judgements of
 * a frame share a bound; once they have spent it, each may cost little, but never nothing: a rule
 * that takes long must not keep others from holding.
 */
final class Effort {

  /** What any judgement may cost, however short its text is. */
  static final long BASE = 2_000_000;

  /** What it may cost for each byte of its text. */
  static final long PER_BYTE = 64;

  /** What all of a frame may cost until they have to save. */
  static final long FRAME = 4_000_000;

  /** What a judgement may cost then. */
  static final long LEAST = 20_000;

  /** And for each byte of its text. */
  static final long LEAST_PER_BYTE = 4;

  /** What trying a condition costs besides the bytes that it looks at. */
  static final long CONDITION = 16;

  /** What looking for a pattern costs besides the steps that it takes. */
  static final long PATTERN = 100;

  private long given;
  private long left;
  private long leftOfFrame = FRAME;
  private long spentBefore;

  /** Turns to another frame. */
  void beginFrame() {
    spentBefore = spent();
    given = 0;
    left = 0;
    leftOfFrame = FRAME;
  }

  /** Begins anew, for a text of a length. */
  void begin(long textBytes) {
    spentBefore = spent();
    leftOfFrame -= given - left;
    long most = BASE + PER_BYTE * textBytes;
    long least = LEAST + LEAST_PER_BYTE * textBytes;
    given = Math.clamp(leftOfFrame, least, most);
    left = given;
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

  /** What all judgements cost so far. */
  long spent() {
    return spentBefore + given - left;
  }
}
