package org.lagroups.wormguard.flow;

import java.util.Arrays;

/**
 * Finds flows by their hashes: open addressing with linear probing, at most half full, and without
 * tombstones, so that a search stays short however many flows came and went. Each place has the
 * hash beside the slot, so that no record is touched but that of the flow that is found.
 */
final class FlowIndex {

  static final int NONE = -1;

  /** No flow has this, as slots are counted from 1 here. */
  private static final long EMPTY = 0;

  private final FlowRecords records;
  private final long[] places;
  private final int mask;

  FlowIndex(FlowRecords records, int maxFlows) {
    this.records = records;
    this.places = new long[Integer.highestOneBit(2 * maxFlows - 1) << 1];
    this.mask = places.length - 1;
  }

  long bytes() {
    return (long) places.length * Long.BYTES;
  }

  /** The flow that a key is of and which way it goes, for {@link #flow} and {@link #way}. */
  int find(FlowKey key) {
    int hash = key.hash;
    for (int at = hash & mask; places[at] != EMPTY; at = at + 1 & mask) {
      if (hash(places[at]) == hash) {
        int flow = slot(places[at]);
        int way = records.way(flow, key);
        if (way != FlowRecords.NEITHER) {
          return found(flow, way);
        }
      }
    }
    return NONE;
  }

  /** Reads where a search for a hash begins. */
  long touch(int hash) {
    return places[hash & mask];
  }

  /** The slot at which a search for a hash begins; that of any flow, if there is none. */
  int guess(int hash) {
    return Math.max(0, slot(places[hash & mask]));
  }

  /** A flow that was found, and which way the key goes by which it was. */
  static int found(int flow, int way) {
    return flow << 1 | way;
  }

  /** The flow that was found. */
  static int flow(int found) {
    return found >> 1;
  }

  /** Which way the key goes by which it was. */
  static Direction way(int found) {
    return Direction.at(found & 1);
  }

  /** Adds a flow, whose record has its hash. */
  void add(int flow) {
    long place = place(flow);
    int at = home(place);
    while (places[at] != EMPTY) {
      at = at + 1 & mask;
    }
    places[at] = place;
  }

  /** Takes a flow out, and moves others up that would not be found behind the hole. */
  void remove(int flow) {
    long place = place(flow);
    int hole = home(place);
    while (places[hole] != place) {
      hole = hole + 1 & mask;
    }
    for (int at = hole + 1 & mask; places[at] != EMPTY; at = at + 1 & mask) {
      int distance = at - home(places[at]) & mask;
      if (distance >= (at - hole & mask)) {
        places[hole] = places[at];
        hole = at;
      }
    }
    places[hole] = EMPTY;
  }

  /** Takes all flows out. */
  void clear() {
    Arrays.fill(places, EMPTY);
  }

  private long place(int flow) {
    return (long) records.getInt(flow, FlowRecords.HASH) << Integer.SIZE | (flow + 1);
  }

  private int home(long place) {
    return hash(place) & mask;
  }

  private static int hash(long place) {
    return (int) (place >>> Integer.SIZE);
  }

  private static int slot(long place) {
    return (int) place - 1;
  }
}
