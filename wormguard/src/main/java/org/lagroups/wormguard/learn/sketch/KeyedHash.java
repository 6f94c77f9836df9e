package org.lagroups.wormguard.learn.sketch;

import java.util.random.RandomGenerator;

/**
 * Spreads numbers over 64 bits in a way that only who knows the keys can foresee. Cannot change;
 * any thread may use it.
 */
public final class KeyedHash {

  private final long before;
  private final long after;

  /**
   * With keys of its own.
   *
   * @param random where they come from
   */
  public KeyedHash(RandomGenerator random) {
    this.before = random.nextLong();
    this.after = random.nextLong();
  }

  /** The hash of a number. */
  public long of(long value) {
    return mixed(mixed(value + before) ^ after);
  }

  /** The hash of two numbers in this order. */
  public long of(long high, long low) {
    return mixed(mixed(mixed(high + before) ^ low) + after);
  }

  /**
   * Each bit of the argument changes each bit of the result half of the time (Stafford, variant
   * 13).
   */
  private static long mixed(long value) {
    long once = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
    return twice ^ (twice >>> 31);
  }
}
