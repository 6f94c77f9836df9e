package org.lagroups.wormguard.engine.payload;

import org.lagroups.wormguard.rule.payload.Content;

/** The bytes of a content, ready to be looked for. */
final class Needle {

  /** What {@link #find} gives if there is none. */
  static final long NONE = -1;

  private static final int LETTER_CASE = 0x20;
  private static final long EACH_ONE = 0x0101_0101_0101_0101L;
  private static final long EACH_HIGHEST = 0x8080_8080_8080_8080L;

  /** Small letters only, if case does not matter. */
  private final byte[] bytes;

  private final boolean isCaseless;

  /** How far behind the first byte the last one is. */
  private final int behind;

  private final End first;
  private final End last;

  Needle(Content content) {
    this.bytes = content.bytes().toArray();
    this.isCaseless = content.isCaseless();
    if (isCaseless) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) small(Byte.toUnsignedInt(bytes[i]));
      }
    }
    this.behind = bytes.length - 1;
    this.first = End.of(bytes[0], isCaseless);
    this.last = End.of(bytes[behind], isCaseless);
  }

  int length() {
    return bytes.length;
  }

  /**
   * The first place from {@code from} to {@code until}, both included, where it lies in a text.
   * None as well where the effort is spent before one was found.
   */
  long find(Text text, long from, long until, Effort effort) {
    long affordable = Math.min(until, from + effort.left() - 1);
    long tried = from;
    for (long place = next(text, from, affordable);
        place <= affordable;
        place = next(text, place + 1, affordable)) {
      int same = same(text, place);
      if (!effort.spend(place - tried + same + 1)) {
        return NONE;
      }
      tried = place + 1;
      if (same == bytes.length) {
        return place;
      }
    }
    effort.spend(Math.max(0, until + 1 - tried));
    return NONE;
  }

  /** The next place, behind all of them if there is none, that both ends may lie at. */
  private long next(Text text, long from, long until) {
    long place = from;
    while (place <= until && place + behind + Long.BYTES <= text.length()) {
      long other = first.differs(text.eight(place)) | last.differs(text.eight(place + behind));
      long zeros = (other - EACH_ONE) & ~other & EACH_HIGHEST;
      if (zeros != 0) {
        return place + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
      }
      place += Long.BYTES;
    }
    return place;
  }

  /** How many of its first bytes lie at a place. */
  private int same(Text text, long place) {
    int same = 0;
    while (same < bytes.length) {
      int there = text.at(place + same);
      if ((isCaseless ? small(there) : there) != Byte.toUnsignedInt(bytes[same])) {
        break;
      }
      same++;
    }
    return same;
  }

  /**
   * The first or the last byte.
   *
   * @param eight times it
   * @param ignored the bits of each byte that do not matter
   */
  private record End(long eight, long ignored) {

    static End of(byte small, boolean isCaseless) {
      boolean isLetter = small >= 'a' && small <= 'z';
      return new End(
          Byte.toUnsignedInt(small) * EACH_ONE,
          isCaseless && isLetter ? LETTER_CASE * EACH_ONE : 0);
    }

    /** A byte of zero for each of eight that are like it. */
    long differs(long others) {
      return (others | ignored) ^ eight;
    }
  }

  private static int small(int letter) {
    return letter >= 'A' && letter <= 'Z' ? letter | LETTER_CASE : letter;
  }
}
