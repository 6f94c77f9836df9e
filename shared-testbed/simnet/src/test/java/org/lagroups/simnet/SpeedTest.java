package org.lagroups.simnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** Prints how fast the simulator is; the bounds are far from what any machine needs. */
class SpeedTest {

  @Test
  @Timeout(120)
  void simulatesAnHourOfTwentyNodesInMoments() {
    Seeds.forEach(
        3,
        50,
        seed -> {
          Simulation sim = new Simulation(seed);
          sim.network().conditions(Conditions.INTERNET.withLoss(0.05));
          List<SimNode<Chatter>> nodes = sim.addNodes(20, Chatter::install);
          sim.connectAll(nodes);
          sim.network().cutOneWay(0.10, nodes);
          measure("20 nodes for an hour", sim, Duration.ofHours(1));
          assertThat(nodes.getFirst().app().answers()).isPositive();
        });
  }

  @Test
  @Timeout(240)
  void simulatesThousandsOfNodes() {
    Simulation sim = new Simulation(Seeds.one());
    int count = Seeds.isFull() ? 10_000 : 1_000;
    List<SimNode<Chatter>> nodes = sim.addNodes(count, Chatter::install);
    for (int i = 0; i < nodes.size(); i++) {
      for (int step = 1; step <= 10; step++) {
        nodes.get(i).keepLink(nodes.get((i + step * step) % nodes.size()));
      }
    }
    measure(count + " nodes for 20 s", sim, Duration.ofSeconds(20));
    assertThat(nodes.getFirst().linkedPeers()).hasSize(20);
  }

  private static void measure(String what, Simulation sim, Duration duration) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    sim.runFor(duration);
    double seconds = (thread.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        "%s: %,d events in %.2f s of one core, %,.0f a second%n",
        what, sim.firedEvents(), seconds, sim.firedEvents() / seconds);
  }
}
