package org.lagroups.wormguard.flow;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Numbers that others keep with each flow of a table. Those of a flow lie in one cache line: each
 * packet needs most of them, and memory that it has to wait for costs more than all that is done
 * with them. For one thread.
 */
public final class FlowNotes {

  /** How many numbers there are for each flow. */
  public static final int EACH = 4;

  private static final int BYTES = EACH * Integer.BYTES;
  private static final int CACHE_LINE_BYTES = 64;

  private final MemorySegment memory;
  private final int maxFlows;
  private int reserved;

  /** With nothing kept yet of so many flows. */
  public FlowNotes(int maxFlows) {
    this.maxFlows = maxFlows;
    this.memory = Arena.ofAuto().allocate((long) maxFlows * BYTES, CACHE_LINE_BYTES);
  }

  /** How many flows there are at most. */
  public int maxFlows() {
    return maxFlows;
  }

  /** One of a flow's numbers, so that all of them are in the processor's cache. */
  public int touch(int flow) {
    return memory.get(JAVA_INT, (long) flow * BYTES);
  }

  /** All memory that was taken. */
  public long memoryBytes() {
    return memory.byteSize();
  }

  /**
   * One number of each stream, for the caller alone.
   *
   * @param initial what it is at first
   * @throws IllegalStateException if all numbers are somebody's
   */
  public OfStreams ofStreams(int initial) {
    int ways = Direction.values().length;
    if (reserved + ways > EACH) {
      throw new IllegalStateException("all numbers of a flow are somebody's");
    }
    OfStreams numbers = new OfStreams(memory, reserved);
    reserved += ways;
    for (int stream = 0; stream < ways * maxFlows; stream++) {
      numbers.put(stream, initial);
    }
    return numbers;
  }

  /** A number of each stream: that of a flow in a direction has the index 2 flow + direction. */
  public static final class OfStreams {

    private final MemorySegment memory;
    private final int first;

    private OfStreams(MemorySegment memory, int first) {
      this.memory = memory;
      this.first = first;
    }

    public int get(int stream) {
      return memory.get(JAVA_INT, at(stream));
    }

    public void put(int stream, int number) {
      memory.set(JAVA_INT, at(stream), number);
    }

    private long at(int stream) {
      return (long) (stream >> 1) * BYTES + (long) (first + (stream & 1)) * Integer.BYTES;
    }
  }
}
