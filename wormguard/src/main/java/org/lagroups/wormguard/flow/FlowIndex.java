package org.lagroups.wormguard.flow;

import java.util.Arrays;

/**
 * Finds flows by their hashes: open addressing with linear probing, at most half full, and without
 * tombstones, so that a search stays short however many flows came and went.
 */
final class FlowIndex {

  static final int NONE = -1;

  private final FlowRecords records;
  private final int[] places;
  private final int mask;

  FlowIndex(FlowRecords records, int maxFlows) {
    this.records = records;
    this.places = new int[Integer.highestOneBit(2 * maxFlows - 1) << 1];
    this.mask = places.length - 1;
    Arrays.fill(places, NONE);
  }

  long bytes() {
    return (long) places.length * Integer.BYTES;
  }

  /** The flow that a key is of, whichever way it goes. */
  int find(FlowKey key, int hash) {
    for (int at = hash & mask; places[at] != NONE; at = at + 1 & mask) {
      int flow = places[at];
      if (records.getInt(flow, FlowRecords.HASH) == hash
          && (records.goes(flow, key, Direction.TO_SERVER)
              || records.goes(flow, key, Direction.TO_CLIENT))) {
        return flow;
      }
    }
    return NONE;
  }

  /** Adds a flow, whose record has its hash. */
  void add(int flow) {
    int at = home(flow);
    while (places[at] != NONE) {
      at = at + 1 & mask;
    }
    places[at] = flow;
  }

  /** Takes a flow out, and moves others up that would not be found behind the hole. */
  void remove(int flow) {
    int hole = home(flow);
    while (places[hole] != flow) {
      hole = hole + 1 & mask;
    }
    for (int at = hole + 1 & mask; places[at] != NONE; at = at + 1 & mask) {
      int distance = at - home(places[at]) & mask;
      if (distance >= (at - hole & mask)) {
        places[hole] = places[at];
        hole = at;
      }
    }
    places[hole] = NONE;
  }

  private int home(int flow) {
    return records.getInt(flow, FlowRecords.HASH) & mask;
  }
}
