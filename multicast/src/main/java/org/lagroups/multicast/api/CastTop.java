package org.lagroups.multicast.api;

import java.util.List;
import org.lagroups.machine.NodeId;

/**
 * All streams of a node, and where it is in the tree of each.
 *
 * @param node this node
 * @param uplinkMbps the most that it sends for all of them together; 0 for no cap
 * @param places in the order of the streams
 */
public record CastTop(
    NodeId node, double uplinkMbps, List<CastView> streams, List<CastPlace> places) {

  public CastTop {
    streams = List.copyOf(streams);
    places = List.copyOf(places);
  }
}
