package org.lagroups.multicast.runtime.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastCounters;
import org.lagroups.multicast.api.CastTree;
import org.lagroups.multicast.relay.RelayStatistics;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.relay.tree.Shape;
import org.lagroups.multicast.relay.tree.TreeFlow;

/** What is shown of a stream's distribution. */
final class Numbers {

  private static final double MEGABIT_BYTES = 125_000;

  private Numbers() {}

  static CastCounters counters(RelayStatistics of) {
    return new CastCounters(
        of.pktSent(),
        of.byteSent(),
        of.pktRetrans(),
        of.pktSndDrop(),
        of.pktRecv(),
        of.byteRecv(),
        of.pktRcvLoss(),
        of.pktRcvDrop(),
        of.pktRcvBelated(),
        of.pktRcvRefused(),
        of.mbpsSendRate(),
        of.mbpsRecvRate(),
        of.mbpsBandwidth(),
        of.msRTT());
  }

  static double mbps(double bytesPerSecond) {
    return bytesPerSecond / MEGABIT_BYTES;
  }

  /** The same backwards. */
  static double bytesPerSecond(double mbps) {
    return mbps * MEGABIT_BYTES;
  }

  static List<CastTree> trees(NodeId self, Distributor distributor) {
    return distributor.trees().stream().map(tree -> tree(self, distributor, tree)).toList();
  }

  private static CastTree tree(NodeId self, Distributor distributor, TreeFlow tree) {
    List<CastTree.Hop> hops = new ArrayList<>();
    for (int sender : tree.shape().senders().keySet()) {
      Optional<NodeId> from =
          sender == Shape.PARENT ? Optional.of(self) : distributor.memberAt(sender);
      from.ifPresent(node -> hops.addAll(hops(node, sender, distributor, tree.shape())));
    }
    return new CastTree(mbps(tree.rate()), hops);
  }

  private static List<CastTree.Hop> hops(
      NodeId from, int sender, Distributor distributor, Shape shape) {
    return shape.to(sender).stream()
        .flatMap(receiver -> distributor.memberAt(receiver).stream())
        .map(to -> new CastTree.Hop(from, to))
        .toList();
  }
}
