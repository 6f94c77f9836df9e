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
  private final FlowKey[] keys;
  private final int[] flows;

  /** What was read; without it the compiler would leave out the reading. */
  @SuppressWarnings("UnusedVariable")
  private long read;

  FlowGuesses(FlowSlots slots, FlowRecords records, List<FlowKey> keys) {
    this.slots = slots;
    this.records = records;
    this.keys = keys.toArray(FlowKey[]::new);
    this.flows = new int[this.keys.length];
  }

  /**
   * Takes a packet that will be seen.
   *
   * @param place its place among those that are seen together, from 0
   */
  public void take(int place, Packet packet) {
    keys[place].take(packet);
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
      flows[i] = slots.guess(keys[i]);
    }
    for (int i = 0; i < count; i++) {
      all ^= records.touch(flows[i]);
    }
    read = all;
  }

  /** The slot of the flow that a packet probably has; any, if it probably has none. */
  public int flow(int place) {
    return flows[place];
  }

  FlowKey key(int place) {
    return keys[place];
  }
}
