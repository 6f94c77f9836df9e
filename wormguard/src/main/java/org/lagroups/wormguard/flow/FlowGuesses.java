package org.lagroups.wormguard.flow;

import java.util.List;
import org.lagroups.wormguard.packet.Packet;

/**
 * Packets that a table will see soon, and the flows that they probably have. What is kept of a flow
 * lies where no processor foresees it; read for many packets together, before the first of them
 * needs it, it takes hardly longer than for one. A guess may be wrong: then the table looks for the
 * flow once more, when it sees the packet.
 */
public final class FlowGuesses {

  private final FlowSlots slots;
  private final FlowRecords records;
  private final FlowKey[] keys;
  private final int[] found;

  /** The flow's number as of {@link FlowRecords#ID}, or {@link FlowRecords#NO_FLOW}. */
  private final long[] ids;

  /** What was read; without it the compiler would leave out the reading. */
  @SuppressWarnings("UnusedVariable")
  private long read;

  FlowGuesses(FlowSlots slots, FlowRecords records, List<FlowKey> keys) {
    this.slots = slots;
    this.records = records;
    this.keys = keys.toArray(FlowKey[]::new);
    this.found = new int[this.keys.length];
    this.ids = new long[this.keys.length];
  }

  /**
   * Takes a packet that will be seen.
   *
   * @param place its place among those that are seen together, from 0
   */
  public void take(int place, Packet packet) {
    keys[place].take(packet);
    // Whoever was here before was another.
    ids[place] = FlowRecords.NO_FLOW;
  }

  /**
   * Guesses the flows of the first so many packets, and reads their records. Each loop does one
   * thing without a branch, so that the processor goes on to the next packets while it waits.
   */
  public void guess(int count) {
    long all = 0;
    for (int i = 0; i < count; i++) {
      all ^= slots.touch(keys[i]);
    }
    for (int i = 0; i < count; i++) {
      found[i] = FlowIndex.found(slots.guess(keys[i]), 0);
    }
    for (int i = 0; i < count; i++) {
      all ^= records.touch(FlowIndex.flow(found[i]));
    }
    for (int i = 0; i < count; i++) {
      int flow = FlowIndex.flow(found[i]);
      int way = records.way(flow, keys[i]);
      found[i] = FlowIndex.found(flow, way & 1);
      ids[i] = way < 0 ? FlowRecords.NO_FLOW : records.getLong(flow, FlowRecords.ID);
    }
    read = all;
  }

  /** The slot of the flow that a packet probably has; any, if it probably has none. */
  public int flow(int place) {
    return FlowIndex.flow(found[place]);
  }

  /** The stream of that flow which it is probably of: that of a direction is 2 flow + direction. */
  public int stream(int place) {
    return found[place];
  }

  /** What was guessed, if it holds: as of {@link FlowIndex#find}. */
  int found(int place) {
    long id = ids[place];
    int guessed = found[place];
    boolean holds =
        id != FlowRecords.NO_FLOW && records.getLong(FlowIndex.flow(guessed), FlowRecords.ID) == id;
    return holds ? guessed : FlowIndex.NONE;
  }

  FlowKey key(int place) {
    return keys[place];
  }
}
