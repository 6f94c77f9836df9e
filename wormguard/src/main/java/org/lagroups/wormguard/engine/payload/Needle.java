package org.lagroups.wormguard.engine.payload;

import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.payload.Content;

/** The bytes of a content, ready to be looked for: eight at a time, as far as there are so many. */
final class Needle {

  /** What {@link #find} gives if there is none. */
  static final long NONE = -1;

  private static final int LETTER_CASE = 0x20;
  private static final long EACH_ONE = 0x0101_0101_0101_0101L;
  private static final long EACH_HIGHEST = 0x8080_8080_8080_8080L;

  /** Small letters only, if case does not matter. */
  private final byte[] bytes;

  private final boolean isCaseless;

  /** All but the last bytes, up to seven. */
  private final Eight[] eights;

  /** The first byte, and the last one, eight times. */
  private final Eight first;

  private final Eight last;

  /** How far behind the first byte the last one is. */
  private final int behind;

  private final boolean isLong;
  private @Nullable Samples samples;

  Needle(Content content) {
    this.bytes = content.bytes().toArray();
    this.isCaseless = content.isCaseless();
    if (isCaseless) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) small(Byte.toUnsignedInt(bytes[i]));
      }
    }
    this.eights = new Eight[bytes.length / Long.BYTES];
    for (int i = 0; i < eights.length; i++) {
      eights[i] = Eight.of(bytes, i * Long.BYTES, 1, isCaseless);
    }
    this.behind = bytes.length - 1;
    this.isLong = bytes.length >= Samples.LEAST_BYTES;
    this.first = Eight.of(bytes, 0, 0, isCaseless);
    this.last = Eight.of(bytes, behind, 0, isCaseless);
  }

  int length() {
    return bytes.length;
  }

  /**
   * The first place from {@code from} to {@code until}, both included, where it lies in a text;
   * there have to be as many bytes behind the last place as it has. None as well where the effort
   * is spent before one was found.
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

  /** The next place, behind all of them if there is none, at which it may lie. */
  private long next(Text text, long from, long until) {
    return isLong ? samples().next(text, from, until) : nextEnds(text, from, until);
  }

  /** Made when it is first looked for, as that is never so for most. Another thread may, too. */
  private Samples samples() {
    @Nullable Samples known = samples;
    if (known == null) {
      known = new Samples(bytes, isCaseless);
      samples = known;
    }
    return known;
  }

  /** The next place that both ends may lie at. */
  private long nextEnds(Text text, long from, long until) {
    long farthest = Math.min(until, text.length() - behind - Long.BYTES);
    long place = from;
    for (; place <= farthest; place += Long.BYTES) {
      long other = first.differs(text.eight(place)) | last.differs(text.eight(place + behind));
      long zeros = (other - EACH_ONE) & ~other & EACH_HIGHEST;
      if (zeros != 0) {
        return place + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
      }
    }
    return place;
  }

  /** How many of its first bytes lie at a place. */
  private int same(Text text, long place) {
    for (int i = 0; i < eights.length; i++) {
      long other = eights[i].differs(text.eight(place + (long) i * Long.BYTES));
      if (other != 0) {
        return i * Long.BYTES + Long.numberOfTrailingZeros(other) / Byte.SIZE;
      }
    }
    int same = eights.length * Long.BYTES;
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

  /**
   * Eight bytes, the first one lowest.
   *
   * @param ignored the bits that do not matter: of a letter that which tells small from large
   */
  private record Eight(long bytes, long ignored) {

    /**
     * Of a needle.
     *
     * @param step 1 for those from a place on, 0 for the one there eight times
     */
    static Eight of(byte[] needle, int place, int step, boolean isCaseless) {
      long bytes = 0;
      long ignored = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        long each = Byte.toUnsignedLong(needle[place + i * step]);
        boolean isLetter = isCaseless && each >= 'a' && each <= 'z';
        bytes |= each << (i * Byte.SIZE);
        ignored |= (isLetter ? (long) LETTER_CASE : 0) << (i * Byte.SIZE);
      }
      return new Eight(bytes, ignored);
    }

    /** Zero for each byte of eight that is like the one at its place. */
    long differs(long others) {
      return (others | ignored) ^ bytes;
    }
  }
}
