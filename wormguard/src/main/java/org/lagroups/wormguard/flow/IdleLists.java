package org.lagroups.wormguard.flow;

import java.util.Arrays;

/** The flows of each list, from the one whose last packet is longest ago; and the free slots. */
final class IdleLists {

  static final int NONE = -1;

  private final FlowRecords records;
  private final int[] oldest = new int[FlowList.values().length];
  private final int[] newest = new int[FlowList.values().length];
  private int free = NONE;
  private int unused;
  private final int capacity;

  IdleLists(FlowRecords records, int capacity) {
    this.records = records;
    this.capacity = capacity;
    Arrays.fill(oldest, NONE);
    Arrays.fill(newest, NONE);
  }

  /** A slot that no flow has, or {@link #NONE}. */
  int takeFree() {
    if (free != NONE) {
      int slot = free;
      free = records.getInt(slot, FlowRecords.AFTER);
      return slot;
    }
    return unused < capacity ? unused++ : NONE;
  }

  void giveBack(int slot) {
    records.putInt(slot, FlowRecords.AFTER, free);
    free = slot;
  }

  int oldest(FlowList list) {
    return oldest[list.index()];
  }

  /** Puts a flow at the end of its list. */
  void add(int flow) {
    int list = records.list(flow).index();
    int before = newest[list];
    records.putInt(flow, FlowRecords.BEFORE, before);
    records.putInt(flow, FlowRecords.AFTER, NONE);
    if (before == NONE) {
      oldest[list] = flow;
    } else {
      records.putInt(before, FlowRecords.AFTER, flow);
    }
    newest[list] = flow;
  }

  /** Takes a flow out of its list. */
  void remove(int flow) {
    int list = records.list(flow).index();
    int before = records.getInt(flow, FlowRecords.BEFORE);
    int after = records.getInt(flow, FlowRecords.AFTER);
    if (before == NONE) {
      oldest[list] = after;
    } else {
      records.putInt(before, FlowRecords.AFTER, after);
    }
    if (after == NONE) {
      newest[list] = before;
    } else {
      records.putInt(after, FlowRecords.BEFORE, before);
    }
  }
}
