package org.lagroups.core.monitor;

import java.time.Duration;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.net.LinkSettings;
import org.lagroups.simnet.seed.Seeds;

/** Two nodes that may watch each other. */
final class WatchingPair {

  static final Duration INTERVAL = Duration.ofSeconds(5);
  static final Duration ROUND_TRIP = Duration.ofMillis(40);

  final Simulation sim =
      new Simulation(
          Seeds.one(),
          // Links that outlast every test, so that heartbeats find out first.
          LinkSettings.DEFAULT.withIdleTimeoutMillis(60_000, 3_600_000));
  final SimNode<WatchingNode> a = sim.addNode("a", WatchingNode::new);
  final SimNode<WatchingNode> b = sim.addNode("b", WatchingNode::new);

  WatchingPair() {
    sim.network().conditions(Conditions.PERFECT);
    sim.network().latencyMillis(ROUND_TRIP.toMillis() / 2.0);
  }

  void watchEachOther() {
    a.keepLink(b);
    b.keepLink(a);
    a.app().watch(b.id(), INTERVAL);
    b.app().watch(a.id(), INTERVAL);
  }

  void bringUp() {
    watchEachOther();
    sim.runUntil("both up", Duration.ofSeconds(3), () -> isUp(a) && isUp(b));
  }

  static boolean isUp(SimNode<WatchingNode> node) {
    return node.app().liveness() == Liveness.UP;
  }

  static boolean isDown(SimNode<WatchingNode> node) {
    return node.app().liveness() == Liveness.DOWN;
  }
}
