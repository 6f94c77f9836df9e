package org.lagroups.wormguard.learn.scan;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.lagroups.wormguard.learn.sketch.KeyedHash;

/**
 * Gives addresses places, up to a number of them. Where all places that an address may have are
 * taken, the one that was not used for longest gives way.
 */
final class AddressTable {

  /** Places that an address may have. */
  static final int WAYS = 8;

  private static final long UNUSED = Long.MIN_VALUE;

  private final long[] high;
  private final long[] low;
  private final long[] used;
  private final KeyedHash hash;
  private boolean isNew;

  AddressTable(int places, RandomGenerator random) {
    this.high = new long[places];
    this.low = new long[places];
    this.used = new long[places];
    this.hash = new KeyedHash(random);
    Arrays.fill(used, UNUSED);
  }

  /** Where an address is, or -1. */
  int find(long addressHigh, long addressLow) {
    int first = first(addressHigh, addressLow);
    for (int place = first; place < first + WAYS; place++) {
      if (used[place] != UNUSED && high[place] == addressHigh && low[place] == addressLow) {
        return place;
      }
    }
    return -1;
  }

  /** Where an address is, or is from now on; {@link #isNew} says which. */
  int place(long addressHigh, long addressLow, long now) {
    int place = find(addressHigh, addressLow);
    isNew = place < 0;
    if (isNew) {
      place = oldest(first(addressHigh, addressLow));
      high[place] = addressHigh;
      low[place] = addressLow;
    }
    used[place] = now;
    return place;
  }

  /** Whether the last place was given just now. */
  boolean isNew() {
    return isNew;
  }

  long memoryBytes() {
    return 3L * Long.BYTES * high.length;
  }

  private int oldest(int first) {
    int oldest = first;
    for (int place = first; place < first + WAYS; place++) {
      oldest = used[place] < used[oldest] ? place : oldest;
    }
    return oldest;
  }

  private int first(long addressHigh, long addressLow) {
    return (int) hash.of(addressHigh, addressLow) & (high.length - 1) & -WAYS;
  }
}
