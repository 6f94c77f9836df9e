package org.lagroups.wormguard.rule.pattern.syntax;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** An immutable set of bytes. */
public final class ByteSet {

  /** How many bytes there are. */
  public static final int BYTES = 256;

  /** How many words a copy has. */
  public static final int WORDS = BYTES / Long.SIZE;

  /** No byte. */
  public static final ByteSet NONE = new ByteSet(new BitSet());

  /** Every byte. */
  public static final ByteSet ALL = NONE.complement();

  static final ByteSet NOT_LINE_FEED = of('\n').complement();
  static final ByteSet DIGIT = range('0', '9');
  static final ByteSet UPPER = range('A', 'Z');
  static final ByteSet LOWER = range('a', 'z');

  /** A to Z and a to z. */
  public static final ByteSet LETTER = UPPER.union(LOWER);

  /** Letters, digits and the underscore. */
  public static final ByteSet WORD = LETTER.union(DIGIT).union(of('_'));

  static final ByteSet SPACE = range('\t', '\r').union(of(' '));
  static final ByteSet HORIZONTAL = of('\t', ' ', 0xA0);
  static final ByteSet VERTICAL = range('\n', '\r').union(of(0x85));

  private final BitSet bytes;

  private ByteSet(BitSet bytes) {
    this.bytes = bytes;
  }

  static ByteSet of(int... bytes) {
    BitSet set = new BitSet(BYTES);
    IntStream.of(bytes).forEach(set::set);
    return new ByteSet(set);
  }

  static ByteSet range(int first, int last) {
    return where(b -> b >= first && b <= last);
  }

  static ByteSet where(IntPredicate isIn) {
    BitSet set = new BitSet(BYTES);
    IntStream.range(0, BYTES).filter(isIn).forEach(set::set);
    return new ByteSet(set);
  }

  /** What is in one of both. */
  public ByteSet union(ByteSet other) {
    BitSet both = (BitSet) bytes.clone();
    both.or(other.bytes);
    return new ByteSet(both);
  }

  ByteSet complement() {
    BitSet others = (BitSet) bytes.clone();
    others.flip(0, BYTES);
    return new ByteSet(others);
  }

  /** These, and each letter in both of its forms. */
  ByteSet caseless() {
    return where(b -> contains(b) || (isLetter(b) && contains(b ^ 0x20)));
  }

  /** Whether a byte, from 0 to 255, is in it. */
  public boolean contains(int b) {
    return bytes.get(b);
  }

  /** Writes {@link #WORDS} words of bits, the lowest first. */
  public void copyTo(long[] words, int at) {
    long[] own = bytes.toLongArray();
    System.arraycopy(own, 0, words, at, own.length);
  }

  private static boolean isLetter(int b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteSet set && bytes.equals(set.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }
}
