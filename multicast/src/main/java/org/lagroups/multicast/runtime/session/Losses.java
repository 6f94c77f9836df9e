package org.lagroups.multicast.runtime.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lagroups.multicast.api.CastCounters;
import org.lagroups.multicast.runtime.input.InputCounts;
import org.lagroups.multicast.runtime.output.OutputCounts;

/** What is missing of a live stream in the end, for people. */
final class Losses {

  private Losses() {}

  /** What a sender did not send. */
  static List<String> sent(CastCounters counters, InputCounts input) {
    List<String> losses = new ArrayList<>();
    if (counters.pktSndDrop() > 0) {
      losses.add(
          "Lost: %d chunks were not sent in time, as the uplink was full"
              .formatted(counters.pktSndDrop()));
    }
    if (input.droppedPieces() > 0) {
      losses.add(
          "Lost: %s came in faster than it could be sent".formatted(bytes(input.droppedBytes())));
    }
    return losses;
  }

  /** What did not come to a receiver, or not out of it. */
  static List<String> received(CastCounters counters, OutputCounts outputs) {
    List<String> losses = new ArrayList<>();
    if (counters.pktRcvDrop() > 0) {
      long chunkBytes = counters.byteRecv() / Math.max(1, counters.pktRecv());
      losses.add(
          "Lost: %d of %d chunks (about %s) did not come in time"
              .formatted(
                  counters.pktRcvDrop(),
                  counters.pktRcvDrop() + counters.pktRecv(),
                  bytes(counters.pktRcvDrop() * chunkBytes)));
    }
    if (outputs.droppedPayloads() > 0) {
      losses.add(
          "Lost: %s, for which an output was too slow".formatted(bytes(outputs.droppedBytes())));
    }
    return losses;
  }

  private static String bytes(long bytes) {
    return String.format(Locale.ROOT, "%,d bytes", bytes);
  }
}
