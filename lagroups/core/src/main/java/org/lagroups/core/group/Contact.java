package org.lagroups.core.group;

import java.util.List;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** A node and where it may be reached, most preferred address first; there may be none. */
public record Contact(NodeId node, List<NodeAddress> addresses) {

  public Contact {
    addresses = List.copyOf(addresses);
  }
}
