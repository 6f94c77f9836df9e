package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** Twenty nodes that watch each other for hours over bad links. */
final class HeartbeatUnderLossTest {

  private static final int NODES = 20;
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  @Test
  void givesHardlyAFalseAlarmInHoursOfLossEachWay() {
    Seeds.forEach(
        2,
        100,
        seed -> {
          Simulation sim = new Simulation(seed);
          List<SimNode<WatchingNode>> nodes = group(sim, 0.05);
          sim.runFor(Duration.ofHours(1));

          // At the stated bound, two of 380 pairs in one hour are one seed in thousands.
          assertThat(downs(nodes)).isLessThanOrEqualTo(1);
        });
  }

  /** At 30% each way, half of the probes fail: rare alarms, and each is over soon. */
  @Test
  void seldomFlapsOnVeryBadLinks() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          Simulation sim = new Simulation(seed);
          List<SimNode<WatchingNode>> nodes = group(sim, 0.30);
          sim.runFor(Duration.ofHours(1));

          double downsPerPairAndHour = downs(nodes) / (double) (NODES * (NODES - 1));
          assertThat(downsPerPairAndHour).isLessThan(3);
        });
  }

  @Test
  void costsFewBytes() {
    Simulation sim = new Simulation(Seeds.one());
    List<SimNode<WatchingNode>> nodes = group(sim, 0);
    sim.runFor(Duration.ofMinutes(2));
    long before = sentBytes(nodes);
    Duration measured = Duration.ofMinutes(10);
    sim.runFor(measured);

    double bytesPerSecond = (sentBytes(nodes) - before) / (double) NODES / measured.toSeconds();
    assertThat(bytesPerSecond).isLessThan(65);
  }

  private static List<SimNode<WatchingNode>> group(Simulation sim, double loss) {
    sim.network().conditions(Conditions.INTERNET.withLoss(loss));
    List<SimNode<WatchingNode>> nodes = sim.addNodes(NODES, WatchingNode::new);
    WatchingNode.watchAll(nodes, INTERVAL);
    sim.runUntil(
        "all up", Duration.ofMinutes(1), () -> nodes.stream().allMatch(node -> allUp(node)));
    return nodes;
  }

  private static boolean allUp(SimNode<WatchingNode> node) {
    return node.app().heartbeats.counters().up() == NODES - 1;
  }

  private static long downs(List<SimNode<WatchingNode>> nodes) {
    return nodes.stream().mapToLong(node -> node.app().heartbeats.counters().wentDown()).sum();
  }

  private static long sentBytes(List<SimNode<WatchingNode>> nodes) {
    return nodes.stream()
        .mapToLong(node -> node.traffic().sentBytes(HeartbeatMachine.PROTOCOL.number()))
        .sum();
  }
}
