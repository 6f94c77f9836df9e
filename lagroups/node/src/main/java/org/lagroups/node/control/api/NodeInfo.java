package org.lagroups.node.control.api;

import java.util.List;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/**
 * The node itself.
 *
 * @param name what it calls itself, may be empty
 * @param addresses where others are told to reach it
 * @param port of UDP and TCP
 * @param sessions how many nodes it is connected with
 * @param groups to how many groups it belongs
 * @param warnings what somebody should look at
 */
public record NodeInfo(
    NodeId node,
    String name,
    List<NodeAddress> addresses,
    int port,
    long processId,
    long uptimeSeconds,
    int sessions,
    int groups,
    List<String> warnings) {

  public NodeInfo {
    addresses = List.copyOf(addresses);
    warnings = List.copyOf(warnings);
  }
}
