package org.lagroups.wormguard.learn.sketch;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * For each of many subjects, counts different things, such as addresses, in 25 bytes. (Singh and
 * others, "Automated worm fingerprinting", section 3.2.2, "scaled bitmap".)
 *
 * <p>A subject has six bitmaps. Of all things, half fall to the first by their hash, a quarter to
 * the second, and so on, and set a bit there; when the first is nearly full it is dropped, the
 * others move up, and a new one comes last. The number of bits that are set tells how many things
 * there were. A thing that is seen again changes nothing, unless its bitmap was not there yet: with
 * the three bitmaps of EarlyBird, counts would become a third too high by that, as sources that
 * send over and over are what is counted here.
 *
 * <p>The standard deviation of a count is below 18% of it. Its mean is off by less than 5%, or up
 * to 12% too high where everything is seen again and again.
 */
public final class ScaledBitmaps {

  private static final int BITMAPS = 6;
  private static final int BITS = Integer.SIZE;

  /** So many set bits end a bitmap; more would tell little. */
  private static final int MAX_SET = 28;

  /** What a bitmap of that level has not seen, as it was not there yet. */
  private static final double[] MISSED = missed();

  private final int[] bitmaps;
  private final byte[] bases;
  private final KeyedHash hash;

  /**
   * With nothing counted.
   *
   * @param subjects how many there are
   * @param random where the key of its hash comes from
   */
  public ScaledBitmaps(int subjects, RandomGenerator random) {
    this.bitmaps = new int[Math.multiplyExact(subjects, BITMAPS)];
    this.bases = new byte[subjects];
    this.hash = new KeyedHash(random);
  }

  /**
   * Counts a thing of 128 bits, such as an address, for a subject, unless that saw it before.
   *
   * @return whether that changed the count
   */
  public boolean add(int subject, long high, long low) {
    long code = hash.of(high, low);
    int level = Long.numberOfLeadingZeros(code) - bases[subject];
    if (level < 0 || level >= BITMAPS) {
      return false;
    }
    int first = subject * BITMAPS;
    int bit = 1 << (int) (code & (BITS - 1));
    if ((bitmaps[first + level] & bit) != 0) {
      return false;
    }
    bitmaps[first + level] |= bit;
    while (Integer.bitCount(bitmaps[first]) >= MAX_SET) {
      bases[subject]++;
      System.arraycopy(bitmaps, first + 1, bitmaps, first, BITMAPS - 1);
      bitmaps[first + BITMAPS - 1] = 0;
    }
    return true;
  }

  /** About how many different things were counted for a subject. */
  public double count(int subject) {
    int base = bases[subject];
    double sum = 0;
    for (int i = 0; i < BITMAPS; i++) {
      sum += ofBits(Integer.bitCount(bitmaps[subject * BITMAPS + i])) + MISSED[base + i];
    }
    return sum * Math.pow(2, base) / (1 - Math.pow(2, -BITMAPS));
  }

  /** Forgets what was counted for a subject. */
  public void clear(int subject) {
    Arrays.fill(bitmaps, subject * BITMAPS, (subject + 1) * BITMAPS, 0);
    bases[subject] = 0;
  }

  public long memoryBytes() {
    return (long) Integer.BYTES * bitmaps.length + bases.length;
  }

  /** How many things are expected to have set so many bits. */
  private static double ofBits(int set) {
    return BITS * Math.log((double) BITS / Math.max(1, BITS - set));
  }

  /**
   * The bitmap of level k + 2 comes when that of level k - 1 is dropped, which has seen a number of
   * things by then that is known; and an eighth as many belong to the new one.
   */
  private static double[] missed() {
    double[] missed = new double[Long.SIZE + BITMAPS];
    for (int level = BITMAPS; level < missed.length; level++) {
      missed[level] = (ofBits(MAX_SET) + missed[level - BITMAPS]) / (1 << BITMAPS);
    }
    return missed;
  }
}
