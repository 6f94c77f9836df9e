package org.lagroups.wormguard.flow;

/** Which flow has which slot: where they begin, are found, and end. */
final class FlowSlots {

  static final int NONE = -1;

  /** How many flows of each list a packet may expire, so that none takes long. */
  private static final int MOST_EXPIRED = 4;

  /** Some 70 years: with the time of a packet it is no overflow. */
  private static final long LONGEST_NANOS = 1L << 61;

  private static final FlowList[] FIRST_TO_GO = FlowList.values();

  private final FlowListener listener;
  private final FlowRecords records;
  private final FlowIndex index;
  private final IdleLists idle;
  private final FlowCounts counts = new FlowCounts();
  private final long[] keptNanos = new long[FIRST_TO_GO.length];

  private int size;
  private long now;

  /** Before this no flow is over. */
  private long due = Long.MIN_VALUE;

  FlowSlots(FlowSettings settings, FlowRecords records, FlowListener listener) {
    this.listener = listener;
    this.records = records;
    this.index = new FlowIndex(records, settings.maxFlows());
    this.idle = new IdleLists(records, settings.maxFlows());
    for (FlowList list : FIRST_TO_GO) {
      keptNanos[list.index()] = Math.min(LONGEST_NANOS, settings.nanosOf(list));
    }
  }

  FlowCounts counts() {
    return counts;
  }

  int size() {
    return size;
  }

  long memoryBytes() {
    return records.bytes() + index.bytes();
  }

  /** Lets it be a time, and ends flows that were idle for too long, a few at a time. */
  void turnTo(long time) {
    if (time < now) {
      due = time;
    }
    now = time;
    if (now >= due) {
      expire();
    }
  }

  /** Reads where a search for a key begins. */
  long touch(FlowKey key) {
    return index.touch(key.hash);
  }

  /** The slot of the flow that a key is probably of; any, if it is probably of none. */
  int guess(FlowKey key) {
    return index.guess(key.hash);
  }

  /** As {@link FlowIndex#find}; not one that was idle for too long, though it is there still. */
  int find(FlowKey key) {
    return findAgain(index.find(key));
  }

  /** What was found, unless it was idle for too long. */
  int findAgain(int found) {
    if (found != NONE && isOver(FlowIndex.flow(found))) {
      end(FlowIndex.flow(found), FlowEnd.EXPIRED);
      return NONE;
    }
    return found;
  }

  /** Gives a key's flow a slot, if need be that of another. The listener is not told yet. */
  int begin(FlowKey key, Direction way, FlowList list) {
    int flow = takeSlot();
    records.begin(flow, key, way, now);
    counts.countBegun();
    records.putLong(flow, FlowRecords.ID, counts.begun());
    index.add(flow);
    idle.addNew(flow, list);
    size++;
    return flow;
  }

  /** Notes that a flow has spoken now, and which list it is of with that. */
  void touch(int flow, FlowList list) {
    idle.touch(flow, list, now);
    records.putLong(flow, FlowRecords.LAST_NANOS, now);
    due = Math.min(due, now + keptNanos[list.index()] + 1);
  }

  void end(int flow, FlowEnd why) {
    listener.ended(flow, why);
    idle.remove(flow);
    index.remove(flow);
    records.putLong(flow, FlowRecords.ID, FlowRecords.NO_FLOW);
    idle.giveBack(flow);
    size--;
    counts.countEnded(why);
  }

  /** Ends all flows, as they lie in memory: it would be waited for in any other order. */
  void clear() {
    for (int flow = 0; flow < idle.slotsUsed(); flow++) {
      if (records.getLong(flow, FlowRecords.ID) != FlowRecords.NO_FLOW) {
        listener.ended(flow, FlowEnd.CLEARED);
        records.putLong(flow, FlowRecords.ID, FlowRecords.NO_FLOW);
        counts.countEnded(FlowEnd.CLEARED);
      }
    }
    index.clear();
    idle.clear();
    size = 0;
  }

  private int takeSlot() {
    int free = idle.takeFree();
    if (free != NONE) {
      return free;
    }
    for (FlowList list : FIRST_TO_GO) {
      int flow = idle.firstToGo(list, now);
      if (flow != NONE) {
        end(flow, FlowEnd.EVICTED);
        return idle.takeFree();
      }
    }
    throw new IllegalStateException("neither a free slot nor a flow");
  }

  private void expire() {
    due = Long.MAX_VALUE;
    for (FlowList list : FIRST_TO_GO) {
      expire(list);
      int flow = idle.oldest(list);
      if (flow != NONE) {
        long last = lastNanos(flow);
        due = Math.min(due, last > now ? now : last + keptNanos[list.index()] + 1);
      }
    }
  }

  private void expire(FlowList list) {
    for (int i = 0; i < MOST_EXPIRED; i++) {
      int flow = idle.oldest(list);
      if (flow == NONE) {
        return;
      }
      if (lastNanos(flow) > now) {
        // The clock went back: from now on the flow is kept for its whole time.
        idle.remove(flow);
        idle.add(flow, list, now);
        records.putLong(flow, FlowRecords.LAST_NANOS, now);
      } else if (isOver(flow)) {
        end(flow, FlowEnd.EXPIRED);
      } else {
        return;
      }
    }
  }

  private boolean isOver(int flow) {
    return now - lastNanos(flow) > keptNanos[records.list(flow).index()];
  }

  private long lastNanos(int flow) {
    return records.getLong(flow, FlowRecords.LAST_NANOS);
  }
}
