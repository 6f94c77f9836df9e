package org.lagroups.scenarios.bench.group.size;

import java.util.List;

/**
 * What each node of a group does in a second in which nothing happens. Bytes are those of payload,
 * as counted at the nodes' sockets.
 *
 * @param sent bytes of each node
 * @param received bytes of each node
 * @param checks signatures checked, in the mean of all nodes
 * @param saved checks that the authenticated links saved, in the mean of all nodes
 */
record SizeFigures(List<Double> sent, List<Double> received, double checks, double saved) {

  SizeFigures {
    sent = List.copyOf(sent);
    received = List.copyOf(received);
  }
}
