package org.lagroups.wormguard.learn.benign;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.lagroups.wormguard.learn.sketch.KeyedHash;

/**
 * All sequences of {@link #GRAM_BYTES} bytes of some traffic, in a Bloom filter whose bits for one
 * sequence lie in one word, so that each costs one access to memory. (Bloom, "Space/time trade-offs
 * in hash coding with allowable errors", 1970; Putze, Sanders and Singler, "Cache-, hash- and
 * space-efficient Bloom filters", 2007.)
 *
 * <p>What was in that traffic is always known. Of what was not, a short sequence may be taken for
 * known with the chance of {@link #chanceOfError}; a stretch of several, hardly.
 */
public final class BenignFilter {

  /** The bytes of a sequence. */
  public static final int GRAM_BYTES = Long.BYTES;

  /** Makes 32 MiB, which is room for some 45 million different sequences. */
  public static final int DEFAULT_WORDS = 1 << 22;

  /** The most words: 1 GiB. */
  public static final int MAX_WORDS = 1 << 27;

  private static final int BITS_EACH = 4;
  private static final int BIT_NUMBER_BITS = 6;

  /** What a whole sequence needs before it. */
  private static final int LEAD = GRAM_BYTES - 1;

  private final long[] words;
  private final KeyedHash hash;
  private long bitsSet;
  private long leftOut;

  /**
   * Knows nothing.
   *
   * @param words of 8 bytes: a power of two of at most {@link #MAX_WORDS}
   * @param random where the keys of its hash come from
   * @throws IllegalArgumentException if there cannot be so many
   */
  public BenignFilter(int words, RandomGenerator random) {
    if (words < 1 || words > MAX_WORDS || Integer.bitCount(words) != 1) {
      throw new IllegalArgumentException(
          "%d words; there can be a power of two up to %d".formatted(words, MAX_WORDS));
    }
    this.words = new long[words];
    this.hash = new KeyedHash(random);
  }

  /**
   * Takes a payload as benign. Once half of all bits are set, no more is taken, and what is left
   * out is counted.
   *
   * @throws IndexOutOfBoundsException if {@code memory} does not reach so far
   */
  public void add(MemorySegment memory, long offset, long lengthBytes) {
    Objects.checkFromIndexSize(offset, lengthBytes, memory.byteSize());
    if (isFull()) {
      leftOut++;
      return;
    }
    long gram = 0;
    for (long i = 0; i < lengthBytes; i++) {
      gram = next(gram, memory, offset + i);
      if (i >= LEAD) {
        add(gram);
      }
    }
  }

  /**
   * The longest stretch of some bytes of which no {@link #GRAM_BYTES} in a row are known. 0 if all
   * are; all of them if they are fewer than that.
   */
  public long longestUnknown(MemorySegment memory, long offset, long lengthBytes) {
    Objects.checkFromIndexSize(offset, lengthBytes, memory.byteSize());
    if (lengthBytes < GRAM_BYTES) {
      return lengthBytes;
    }
    long gram = 0;
    long run = 0;
    long longest = 0;
    for (long i = 0; i < lengthBytes; i++) {
      gram = next(gram, memory, offset + i);
      if (i >= LEAD) {
        run = isKnown(gram) ? 0 : run + 1;
        longest = Math.max(longest, run);
      }
    }
    return longest == 0 ? 0 : longest + LEAD;
  }

  /** Whether all is known. A payload shorter than a sequence never is. */
  public boolean isKnown(MemorySegment memory, long offset, long lengthBytes) {
    Objects.checkFromIndexSize(offset, lengthBytes, memory.byteSize());
    long gram = 0;
    for (long i = 0; i < lengthBytes; i++) {
      gram = next(gram, memory, offset + i);
      if (i >= LEAD && !isKnown(gram)) {
        return false;
      }
    }
    return lengthBytes >= GRAM_BYTES;
  }

  /** Whether no more is taken. */
  public boolean isFull() {
    return 2 * bitsSet >= Long.SIZE * (long) words.length;
  }

  /** How many payloads came when it was full. */
  public long leftOut() {
    return leftOut;
  }

  /** About how likely it is that a sequence is taken for known that is not: below 8% when full. */
  public double chanceOfError() {
    return Math.pow((double) bitsSet / (Long.SIZE * (double) words.length), BITS_EACH);
  }

  public long memoryBytes() {
    return (long) words.length * Long.BYTES;
  }

  private void add(long gram) {
    long code = hash.of(gram);
    int word = word(code);
    long before = words[word];
    long after = before | bits(code);
    words[word] = after;
    bitsSet += Long.bitCount(after ^ before);
  }

  private boolean isKnown(long gram) {
    long code = hash.of(gram);
    long bits = bits(code);
    return (words[word(code)] & bits) == bits;
  }

  private int word(long code) {
    return (int) code & (words.length - 1);
  }

  /** By the upper bits, which {@link #word} does not use. */
  private static long bits(long code) {
    long bits = 0;
    for (int i = 0; i < BITS_EACH; i++) {
      bits |= 1L << (code >>> (Long.SIZE - (i + 1) * BIT_NUMBER_BITS));
    }
    return bits;
  }

  private static long next(long gram, MemorySegment memory, long at) {
    return (gram << Byte.SIZE) | (memory.get(ValueLayout.JAVA_BYTE, at) & 0xff);
  }
}
