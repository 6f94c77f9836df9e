package org.lagroups.wormguard.match.automaton;

import java.util.Arrays;

/**
 * From node and byte to node, by open addressing. At most half full, so that a search ends soon.
 */
final class ChildTable {

  private static final int EMPTY = -1;

  private final long[] slots;
  private final int shift;

  /** For at most {@code children} of them. */
  ChildTable(int children) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(children, 1)) + 1;
    this.slots = new long[1 << bits];
    this.shift = Integer.SIZE - bits;
    Arrays.fill(slots, EMPTY);
  }

  void put(int node, byte value, int child) {
    int key = key(node, value);
    int slot = slot(key);
    while (slots[slot] != EMPTY) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = (long) key << Integer.SIZE | child;
  }

  /** The child, or {@link TrieNodes#NONE}. */
  int get(int node, byte value) {
    int key = key(node, value);
    int slot = slot(key);
    while (true) {
      long entry = slots[slot];
      if (entry == EMPTY) {
        return TrieNodes.NONE;
      }
      if ((int) (entry >> Integer.SIZE) == key) {
        return (int) entry;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  long memoryBytes() {
    return (long) slots.length * Long.BYTES;
  }

  /** Nodes are fewer than 2^23: a literal adds at most two. */
  private static int key(int node, byte value) {
    return node << Byte.SIZE | (value & 0xff);
  }

  /** The upper bits of a product with the golden ratio's fraction (Knuth, volume 3, 6.4). */
  private int slot(int key) {
    return (key * 0x9E3779B9) >>> shift;
  }
}
