package org.lagroups.wormguard.flow;

import java.util.Arrays;

/**
 * The flows of each list, from the one whose last packet is longest ago; and the free slots.
 *
 * <p>A flow goes to the end of its list with the first of its packets in a tick of about a second,
 * not with each. So the order is right to within a tick.
 */
final class IdleLists {

  static final int NONE = -1;

  /** How many nanoseconds a tick has, as a power of 2. */
  static final int TICK_BITS = 30;

  /** How many flows are moved for one that is to give way. */
  private static final int MOST_MOVED = 8;

  /** That of no packet, so that the one that begins a flow does not count as another. */
  private static final int NO_TICK = -1;

  private final FlowRecords records;
  private final int[] oldest = new int[FlowList.values().length];
  private final int[] newest = new int[FlowList.values().length];
  private int free = NONE;
  private int unused;
  private final int capacity;

  IdleLists(FlowRecords records, int capacity) {
    this.records = records;
    this.capacity = capacity;
    clear();
  }

  /** Takes all flows out; all slots are free then. */
  void clear() {
    Arrays.fill(oldest, NONE);
    Arrays.fill(newest, NONE);
    free = NONE;
    unused = 0;
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

  /** All slots that flows have, or had, are below this. */
  int slotsUsed() {
    return unused;
  }

  void giveBack(int slot) {
    records.putInt(slot, FlowRecords.AFTER, free);
    free = slot;
  }

  int oldest(FlowList list) {
    return oldest[list.index()];
  }

  /**
   * The flow of a list that gives way first, or {@link #NONE}. Those that have spoken again in the
   * ticks in which they were listed go to the end before, up to a few.
   */
  int firstToGo(FlowList list, long now) {
    for (int i = 0; i < MOST_MOVED; i++) {
      int flow = oldest(list);
      if (flow == NONE
          || !records.hasSpoken(flow)
          || tick(now) - records.getInt(flow, FlowRecords.LISTED) > 1) {
        return flow;
      }
      remove(flow);
      add(flow, list, now);
    }
    return oldest(list);
  }

  /** Notes that a flow has spoken, and which list it is of with that. */
  void touch(int flow, FlowList list, long now) {
    if (records.getInt(flow, FlowRecords.LISTED) == tick(now) && records.list(flow) == list) {
      records.setSpoken(flow, true);
    } else {
      remove(flow);
      add(flow, list, now);
    }
  }

  /** Puts a flow at the end of a list that is not in any, and has not spoken before this packet. */
  void addNew(int flow, FlowList list) {
    add(flow, list, 0);
    records.putInt(flow, FlowRecords.LISTED, NO_TICK);
  }

  /** Puts a flow at the end of a list. */
  void add(int flow, FlowList list, long now) {
    records.setList(flow, list);
    records.setSpoken(flow, false);
    records.putInt(flow, FlowRecords.LISTED, tick(now));
    int before = newest[list.index()];
    records.putInt(flow, FlowRecords.BEFORE, before);
    records.putInt(flow, FlowRecords.AFTER, NONE);
    if (before == NONE) {
      oldest[list.index()] = flow;
    } else {
      records.putInt(before, FlowRecords.AFTER, flow);
    }
    newest[list.index()] = flow;
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

  private static int tick(long now) {
    return (int) (now >> TICK_BITS);
  }
}
