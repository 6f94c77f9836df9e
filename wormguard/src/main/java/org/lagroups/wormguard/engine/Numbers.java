package org.lagroups.wormguard.engine;

import java.util.Arrays;

/** Some of the rules, by their numbers. Emptying it costs only as much as it holds. */
final class Numbers {

  private final long[] bits;
  private final int[] list;
  private int size;

  /** None yet, of so many. */
  Numbers(int bound) {
    this.bits = new long[(bound + Long.SIZE - 1) / Long.SIZE];
    this.list = new int[bound];
  }

  void add(int number) {
    if (!contains(number)) {
      bits[number / Long.SIZE] |= 1L << number;
      list[size++] = number;
    }
  }

  boolean contains(int number) {
    return (bits[number / Long.SIZE] & 1L << number) != 0;
  }

  int size() {
    return size;
  }

  /** The one at a place, from 0 to below the size. */
  int get(int place) {
    return list[place];
  }

  void sort() {
    if (size > 1) {
      Arrays.sort(list, 0, size);
    }
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      bits[list[i] / Long.SIZE] = 0;
    }
    size = 0;
  }
}
