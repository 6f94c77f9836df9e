package org.lagroups.wormguard.inspect;

import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.flow.stream.StreamSettings;
import org.lagroups.wormguard.packet.fragment.ReassemblySettings;

/**
 * Bounds of an inspection; there is one for each thread.
 *
 * @param fragments of packets in fragments, which also says whether checksums are verified: if so,
 *     TCP packets with a wrong one stay out of streams, as hosts leave them out
 * @param flows of flows
 * @param streams of TCP streams
 * @param windowBytes how many of the last bytes of a stream are judged again together with the next
 *     ones: 16 to 65,535
 * @param windows how many streams keep such bytes at a time: at least 1. If there are more, one
 *     that was silent for long loses its own
 * @param marks how many flow bits, and how many rules that held in a stream, can be noted at a
 *     time: at least 1
 * @param thresholds how many counters of thresholds there are: at least 8
 */
public record InspectSettings(
    ReassemblySettings fragments,
    FlowSettings flows,
    StreamSettings streams,
    int windowBytes,
    int windows,
    int marks,
    int thresholds) {

  /** 1 KiB of each of 65,536 streams, 262,144 marks, 65,536 counters. */
  public static final InspectSettings DEFAULT =
      new InspectSettings(
          ReassemblySettings.DEFAULT,
          FlowSettings.DEFAULT,
          StreamSettings.DEFAULT,
          1_024,
          1 << 16,
          1 << 18,
          1 << 16);

  private static final int LEAST_WINDOW_BYTES = 16;
  private static final int MOST_WINDOW_BYTES = 65_535;

  public InspectSettings {
    if (windowBytes < LEAST_WINDOW_BYTES || windowBytes > MOST_WINDOW_BYTES) {
      throw new IllegalArgumentException(
          "a window of %d bytes; it can be %d to %d"
              .formatted(windowBytes, LEAST_WINDOW_BYTES, MOST_WINDOW_BYTES));
    }
    if (windows < 1 || marks < 1) {
      throw new IllegalArgumentException("at least 1 window and 1 mark");
    }
  }

  /** Whether checksums are verified. */
  public boolean verifyChecksums() {
    return fragments.verifyChecksums();
  }

  /** The same with or without a look at checksums. */
  public InspectSettings withVerifyChecksums(boolean verify) {
    return new InspectSettings(
        fragments.withVerifyChecksums(verify),
        flows,
        streams,
        windowBytes,
        windows,
        marks,
        thresholds);
  }

  /** The same with other bounds of flows. */
  public InspectSettings withFlows(FlowSettings bounds) {
    return new InspectSettings(fragments, bounds, streams, windowBytes, windows, marks, thresholds);
  }

  /** The same with other bounds of streams. */
  public InspectSettings withStreams(StreamSettings bounds) {
    return new InspectSettings(fragments, flows, bounds, windowBytes, windows, marks, thresholds);
  }

  /** The same with other windows. */
  public InspectSettings withWindows(int count, int bytes) {
    return new InspectSettings(fragments, flows, streams, bytes, count, marks, thresholds);
  }

  /** The same with another number of marks. */
  public InspectSettings withMarks(int count) {
    return new InspectSettings(fragments, flows, streams, windowBytes, windows, count, thresholds);
  }
}
