package org.lagroups.wormguard.learn.sketch;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Counts how often each of very many things was seen, in a few megabytes: a thing has a counter in
 * each stage, which it shares with others, and its count is that of the least. Only counters that
 * are the least are raised. (Estan and Varghese, "New directions in traffic measurement and
 * accounting", 2002, sections 3.2 and 3.3.)
 *
 * <p>A count is never too low. How likely it is to be too high {@link #chanceToPass} bounds.
 */
public final class MultistageFilter {

  /** Where counting stops. */
  public static final int MAX_COUNT = 255;

  /** As EarlyBird has it. */
  public static final int DEFAULT_STAGES = 4;

  /** As EarlyBird has it; makes 2 MiB of four stages. */
  public static final int DEFAULT_COUNTERS = 1 << 19;

  /** The most stages. */
  public static final int MAX_STAGES = 16;

  /** The most counters of a stage. */
  public static final int MAX_COUNTERS = 1 << 26;

  private final int counters;
  private final KeyedHash[] hashes;
  private final byte[][] counts;

  /**
   * With nothing seen.
   *
   * @param stages from 1 to {@link #MAX_STAGES}
   * @param counters of each stage, a power of two of at most {@link #MAX_COUNTERS}; a byte each
   * @param random where the keys of its hashes come from
   * @throws IllegalArgumentException if they are out of range
   */
  public MultistageFilter(int stages, int counters, RandomGenerator random) {
    if (stages < 1 || stages > MAX_STAGES) {
      throw new IllegalArgumentException(
          "%d stages; there can be 1 to %d".formatted(stages, MAX_STAGES));
    }
    if (Integer.bitCount(counters) != 1 || counters < 1 || counters > MAX_COUNTERS) {
      throw new IllegalArgumentException(
          "%d counters a stage; there can be a power of two up to %d"
              .formatted(counters, MAX_COUNTERS));
    }
    this.counters = counters;
    this.counts = new byte[stages][counters];
    this.hashes = new KeyedHash[stages];
    Arrays.setAll(hashes, _ -> new KeyedHash(random));
  }

  /**
   * The chance that something seen {@code seen} times is counted {@code threshold} times or more:
   * at most that all its counters have the rest from others, of which each stage has {@code total}
   * to give.
   *
   * @param total how often anything was seen
   */
  public double chanceToPass(int seen, int threshold, long total) {
    if (seen >= threshold) {
      return 1;
    }
    double ofOneStage = (total - seen) / ((double) counters * (threshold - seen));
    return Math.pow(Math.min(1, ofOneStage), counts.length);
  }

  /** Sees something once more, and says how often that was, up to {@link #MAX_COUNT}. */
  public int see(long thing) {
    int least = MAX_COUNT;
    for (int stage = 0; stage < counts.length; stage++) {
      least = Math.min(least, counts[stage][counter(stage, thing)] & 0xff);
    }
    if (least == MAX_COUNT) {
      return MAX_COUNT;
    }
    for (int stage = 0; stage < counts.length; stage++) {
      int counter = counter(stage, thing);
      if ((counts[stage][counter] & 0xff) == least) {
        counts[stage][counter]++;
      }
    }
    return least + 1;
  }

  /** Forgets everything, as is done once in an interval. */
  public void clear() {
    for (byte[] stage : counts) {
      Arrays.fill(stage, (byte) 0);
    }
  }

  public long memoryBytes() {
    return (long) counts.length * counters;
  }

  private int counter(int stage, long thing) {
    return (int) hashes[stage].of(thing) & (counters - 1);
  }
}
