package org.lagroups.node.transport;

import java.util.List;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/**
 * A session that is up.
 *
 * @param carriers what carries it now, that of ordered and bulk messages first
 * @param bytesOut payload bytes of messages sent
 * @param bytesIn payload bytes of messages received
 */
public record SessionInfo(
    NodeId peer,
    NodeAddress address,
    boolean dialled,
    List<CarrierKind> carriers,
    long upSinceMillis,
    long bytesOut,
    long bytesIn) {

  public SessionInfo {
    carriers = List.copyOf(carriers);
  }
}
