package org.lagroups.wormguard.engine.payload;

/**
 * Where a long needle may lie. Of each stretch of a text only eight bytes are looked at, as many
 * stretches apart as the needle has eights that begin at different places: one of these is looked
 * at wherever it lies. Immutable.
 */
final class Samples {

  /** The shortest needle for which this looks at fewer places than there are eights in a text. */
  static final int LEAST_BYTES = 2 * Long.BYTES;

  /** Of a longer needle only the beginning counts, so that few eights share a hash. */
  private static final int MOST_EIGHTS = 32;

  private static final int HASH_BITS = 8;
  private static final long MIX = 0x9e3779b97f4a7c15L;
  private static final long LETTER_CASES = 0x2020_2020_2020_2020L;

  /** No eight has this hash. */
  private static final byte NONE = 0;

  /** Several have. */
  private static final byte SEVERAL = -1;

  private final long ignored;
  private final int eights;

  /** By hash: which eight of the needle has it, counted from 1. */
  private final byte[] byHash = new byte[1 << HASH_BITS];

  /** Of a needle of at least {@link #LEAST_BYTES}. */
  Samples(byte[] needle, boolean isCaseless) {
    ignored = isCaseless ? LETTER_CASES : 0;
    eights = Math.min(needle.length - Long.BYTES + 1, MOST_EIGHTS);
    for (int i = 0; i < eights; i++) {
      int hash = hash(Text.eight(needle, i));
      byHash[hash] = byHash[hash] == NONE ? (byte) (i + 1) : SEVERAL;
    }
  }

  /**
   * The first place from {@code from} to {@code until}, both included, where the needle may lie in
   * a text; one behind them if there is none. There have to be as many bytes behind the last place
   * as the needle has.
   */
  long next(Text text, long from, long until) {
    for (long sample = from + eights - 1; sample < until + eights; sample += eights) {
      int eight = byHash[hash(text.eight(sample))];
      if (eight != NONE) {
        return eight == SEVERAL ? sample - eights + 1 : sample - eight + 1;
      }
    }
    return until + 1;
  }

  private int hash(long eight) {
    return (int) (((eight | ignored) * MIX) >>> (Long.SIZE - HASH_BITS));
  }
}
