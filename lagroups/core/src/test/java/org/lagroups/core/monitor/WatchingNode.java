package org.lagroups.core.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;

/** A simulated node that does nothing but heartbeats, and keeps what it hears of one peer. */
final class WatchingNode {

  final HeartbeatMachine heartbeats;
  final List<Liveness> heard = new ArrayList<>();
  private @Nullable Watch watch;

  WatchingNode(Host host) {
    heartbeats = host.install(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
  }

  Watch watch(NodeId peer, Duration interval) {
    Watch begun = heartbeats.watch(peer, interval.toMillis(), heard::add);
    watch = begun;
    return begun;
  }

  Liveness liveness() {
    return Optional.ofNullable(watch).map(Watch::liveness).orElse(Liveness.UNKNOWN);
  }

  /** The watch begun last. */
  Watch watched() {
    return Optional.ofNullable(watch).orElseThrow();
  }

  RoundTrip roundTrip() {
    return watched().roundTrip().orElseThrow();
  }

  /** Makes each of these nodes watch all others, over links that they keep. */
  static void watchAll(List<SimNode<WatchingNode>> nodes, Duration interval) {
    for (SimNode<WatchingNode> node : nodes) {
      for (SimNode<WatchingNode> other : nodes) {
        if (node != other) {
          node.keepLink(other);
          node.app().watch(other.id(), interval);
        }
      }
    }
  }
}
