package org.lagroups.wormguard.flow;

/**
 * Numbers that others keep with each flow of a table. Those of a flow lie together: each packet
 * needs most of them, and memory that it has to wait for costs more than all that is done with
 * them. For one thread.
 */
public final class FlowNotes {

  /** How many numbers there are for each flow. */
  public static final int EACH = 4;

  private final int[] all;
  private final int maxFlows;
  private int reserved;

  /** With nothing kept yet of so many flows. */
  public FlowNotes(int maxFlows) {
    this.maxFlows = maxFlows;
    this.all = new int[Math.multiplyExact(maxFlows, EACH)];
  }

  /** How many flows there are at most. */
  public int maxFlows() {
    return maxFlows;
  }

  /** One of a flow's numbers, so that all of them are in the processor's cache. */
  public int touch(int flow) {
    return all[flow * EACH];
  }

  /** All memory that was taken. */
  public long memoryBytes() {
    return (long) all.length * Integer.BYTES;
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
    OfStreams numbers = new OfStreams(all, reserved);
    reserved += ways;
    for (int stream = 0; stream < ways * maxFlows; stream++) {
      numbers.put(stream, initial);
    }
    return numbers;
  }

  /** A number of each stream: that of a flow in a direction has the index 2 flow + direction. */
  public static final class OfStreams {

    private final int[] all;
    private final int first;

    private OfStreams(int[] all, int first) {
      this.all = all;
      this.first = first;
    }

    public int get(int stream) {
      return all[at(stream)];
    }

    public void put(int stream, int number) {
      all[at(stream)] = number;
    }

    private int at(int stream) {
      return (stream >> 1) * EACH + first + (stream & 1);
    }
  }
}
