package org.lagroups.multicast.relay;

import java.util.List;
import org.lagroups.machine.NodeId;

/**
 * A neighbour does not do its part.
 *
 * @param relay the neighbour
 * @param accusers whose word it is; the node itself if it saw for itself
 */
public record RelayVerdict(NodeId relay, Reason reason, List<NodeId> accusers) {

  /** What it does. */
  public enum Reason {
    /** It passes on chunks that its publisher has not signed. */
    CORRUPTS,
    /** It gets chunks and does not pass them on. */
    DROPS,
    /** It has not been heard of for {@link RelaySettings#SILENCE_MILLIS}, or its link is gone. */
    SILENT,
    /** It does not take the stream as fast as most others. */
    SLOW
  }

  public RelayVerdict {
    accusers = List.copyOf(accusers);
  }
}
