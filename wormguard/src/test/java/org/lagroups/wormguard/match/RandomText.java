package org.lagroups.wormguard.match;

import java.util.random.RandomGenerator;
import org.lagroups.machine.Bytes;

/**
 * Literals and texts with much in common: few different bytes, literals that are parts of others or
 * differ from them by case, and texts made of literals.
 */
public final class RandomText {

  private static final String[] ALPHABETS = {
    "ab", "aAbB", "aA[{@`\u00e4\u00c4", "\u0000\u00ff", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123"
  };

  private final RandomGenerator random;
  private final String alphabet;

  public RandomText(RandomGenerator random) {
    this.random = random;
    this.alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
  }

  /** As many literals, of at most so many bytes, with ids that leave gaps. */
  public LiteralSet literals(int count, int maxBytes) {
    LiteralSet.Builder literals = LiteralSet.builder();
    Bytes last = bytes(1);
    for (int i = 0; i < count; i++) {
      Bytes content = random.nextInt(4) == 0 ? partOf(last) : bytes(length(maxBytes));
      literals.add(new Literal(i * 3, content, random.nextBoolean()));
      last = content;
    }
    return literals.build();
  }

  /** A text of about so many bytes, a good deal of which are literals. */
  public Bytes text(LiteralSet literals, int maxBytes) {
    int length = random.nextInt(maxBytes + 1);
    byte[] text = new byte[length];
    int at = 0;
    while (at < length) {
      Bytes piece =
          literals.size() > 0 && random.nextBoolean()
              ? literals.literals().get(random.nextInt(literals.size())).content()
              : bytes(1 + random.nextInt(5));
      int room = Math.min(piece.length(), length - at);
      piece.slice(0, room).copyTo(text, at);
      at += room;
    }
    return Bytes.wrapOwned(text);
  }

  private int length(int maxBytes) {
    return 1 + random.nextInt(random.nextInt(8) == 0 ? maxBytes : Math.min(maxBytes, 12));
  }

  private Bytes partOf(Bytes whole) {
    int from = random.nextInt(whole.length());
    return whole.slice(from, from + 1 + random.nextInt(whole.length() - from));
  }

  private Bytes bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] =
          (byte)
              (random.nextInt(50) == 0
                  ? random.nextInt(256)
                  : alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return Bytes.wrapOwned(bytes);
  }
}
