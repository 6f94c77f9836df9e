package org.lagroups.wormguard.engine.payload;

import org.lagroups.wormguard.rule.payload.Content;

/** The bytes of a content, ready to be looked for. */
final class Needle {

  /** What {@link #find} gives if there is none. */
  static final long NONE = -1;

  private static final int LETTER_CASE = 0x20;

  /** Small letters only, if case does not matter. */
  private final byte[] bytes;

  private final boolean isCaseless;

  Needle(Content content) {
    this.bytes = content.bytes().toArray();
    this.isCaseless = content.isCaseless();
    if (isCaseless) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) small(Byte.toUnsignedInt(bytes[i]));
      }
    }
  }

  int length() {
    return bytes.length;
  }

  /**
   * The first place from {@code from} to {@code last}, both included, where it lies in a text. None
   * as well where the effort is spent before one was found.
   */
  long find(Text text, long from, long last, Effort effort) {
    for (long place = from; place <= last; place++) {
      int same = same(text, place);
      if (!effort.spend(same + 1)) {
        return NONE;
      }
      if (same == bytes.length) {
        return place;
      }
    }
    return NONE;
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
