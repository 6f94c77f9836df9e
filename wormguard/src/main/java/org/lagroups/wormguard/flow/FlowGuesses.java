package org.lagroups.wormguard.flow;

import java.util.List;
import org.lagroups.wormguard.packet.Packet;

/**
 * Packets that a table will see soon, and the flows that they probably have. What is kept of a flow
 * lies where no processor foresees it; read for many packets together, before the first of them
 * needs it, it takes hardly longer than for one. A guess may be wrong, and nothing follows from it:
 * the table finds the flow itself.
 */
public final class FlowGuesses {

  private final FlowSlots slots;
  private final FlowRecords records;
  private final List<FlowKey> keys;

  /** What was read; without it the compiler would leave out the reading. */
  @SuppressWarnings("UnusedVariable")
  private long read;

  FlowGuesses(FlowSlots slots, FlowRecords records, List<FlowKey> keys) {
    this.slots = slots;
    this.records = records;
    this.keys = keys;
  }

  /**
   * Takes a packet that will be seen.
   *
   * @param place its place among those that are seen together, from 0
   */
  public void take(int place, Packet packet) {
    FlowKey key = keys.get(place);
    key.take(packet);
    if (key.isOfFlow()) {
      read ^= slots.guess(key);
    }
  }

  /**
   * The slot of the flow that a packet probably has, or {@link FlowTable#NONE}; reads its record.
   */
  public int flow(int place) {
    FlowKey key = keys.get(place);
    int flow = key.isOfFlow() ? slots.guess(key) : FlowTable.NONE;
    if (flow != FlowTable.NONE) {
      read ^= records.touch(flow);
    }
    return flow;
  }

  FlowKey key(int place) {
    return keys.get(place);
  }
}
