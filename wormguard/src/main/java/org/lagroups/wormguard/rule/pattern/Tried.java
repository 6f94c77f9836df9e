package org.lagroups.wormguard.rule.pattern;

import java.util.Arrays;

/** Which splits of a program were tried at which places of a text. */
final class Tried {

  /** The most pairs of a split and a place. */
  static final long MAX_PAIRS = 1L << 25;

  private long[] bits = {};
  private int places;

  /** Forgets all; for a program with so many splits, and a text with so many places. */
  void begin(int splits, int placesOfText) {
    places = placesOfText;
    int words = (int) ((long) splits * places / Long.SIZE) + 1;
    if (bits.length < words) {
      bits = new long[words];
    } else {
      Arrays.fill(bits, 0, words, 0);
    }
  }

  /** Notes that a split is tried at a place; whether it was before. */
  boolean note(int split, int place) {
    int bit = split * places + place;
    long mask = 1L << bit;
    boolean isTried = (bits[bit >>> 6] & mask) != 0;
    bits[bit >>> 6] |= mask;
    return isTried;
  }
}
