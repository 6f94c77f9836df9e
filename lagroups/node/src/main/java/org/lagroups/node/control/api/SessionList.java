package org.lagroups.node.control.api;

import java.util.List;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** The nodes with which this one is connected. */
public record SessionList(List<SessionView> sessions) {

  public SessionList {
    sessions = List.copyOf(sessions);
  }

  /**
   * One connection.
   *
   * @param dialled whether this side opened it
   * @param carriers what carries it now, such as {@code tcp} and {@code quic}
   * @param upSinceMillis wall-clock time
   */
  public record SessionView(
      NodeId peer,
      NodeAddress address,
      boolean dialled,
      List<String> carriers,
      long upSinceMillis,
      long bytesOut,
      long bytesIn) {

    public SessionView {
      carriers = List.copyOf(carriers);
    }
  }
}
