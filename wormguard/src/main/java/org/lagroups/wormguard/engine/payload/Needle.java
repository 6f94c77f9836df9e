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

  /** The first byte, eight times. */
  private final long first;

  /** The bits of each byte that do not matter. */
  private final long ignored;

  Needle(Content content) {
    this.bytes = content.bytes().toArray();
    this.isCaseless = content.isCaseless();
    if (isCaseless) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) small(Byte.toUnsignedInt(bytes[i]));
      }
    }
    this.ignored = isCaseless && isLetter(bytes[0]) ? LETTER_CASE * EACH_ONE : 0;
    this.first = Byte.toUnsignedInt(bytes[0]) * EACH_ONE;
  }

  private static boolean isLetter(byte small) {
    return small >= 'a' && small <= 'z';
  }

  int length() {
    return bytes.length;
  }

  /**
   * The first place from {@code from} to {@code last}, both included, where it lies in a text. None
   * as well where the effort is spent before one was found.
   */
  long find(Text text, long from, long last, Effort effort) {
    long affordable = Math.min(last, from + effort.left() - 1);
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
    effort.spend(Math.max(0, last + 1 - tried));
    return NONE;
  }

  /** The next place, behind the last one if there is none, with the first byte or one like it. */
  private long next(Text text, long from, long last) {
    long place = from;
    while (place <= last && place + Long.BYTES <= text.length()) {
      long other = (text.eight(place) | ignored) ^ first;
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

  private static int small(int letter) {
    return letter >= 'A' && letter <= 'Z' ? letter | LETTER_CASE : letter;
  }
}
