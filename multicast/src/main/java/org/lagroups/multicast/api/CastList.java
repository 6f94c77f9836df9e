package org.lagroups.multicast.api;

import java.util.List;

/** All streams of a node. */
public record CastList(List<CastView> streams) {

  public CastList {
    streams = List.copyOf(streams);
  }
}
