package org.lagroups.multicast.runtime.output;

/**
 * What has become of a stream at an output.
 *
 * @param bytes that have gone out; by HTTP, to all players together
 * @param queuedBytes that wait
 * @param droppedPayloads for which there was no room in a live stream
 * @param droppedBytes their bytes
 */
public record OutputCounts(long bytes, long queuedBytes, long droppedPayloads, long droppedBytes) {

  /** Nothing. */
  public static final OutputCounts NONE = new OutputCounts(0, 0, 0, 0);

  /** Both together. */
  public OutputCounts plus(OutputCounts other) {
    return new OutputCounts(
        bytes + other.bytes,
        queuedBytes + other.queuedBytes,
        droppedPayloads + other.droppedPayloads,
        droppedBytes + other.droppedBytes);
  }
}
