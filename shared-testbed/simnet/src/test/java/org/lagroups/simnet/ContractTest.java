package org.lagroups.simnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.fault.Chaos;
import org.lagroups.simnet.fault.ChaosSettings;
import org.lagroups.simnet.fault.FaultKind;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.net.LinkSettings;
import org.lagroups.simnet.seed.Seeds;

/** The promises of the contract, in chaos. */
class ContractTest {

  private static final int NODES = 6;

  private static final ChaosSettings ROUGH =
      new ChaosSettings(
          Duration.ofSeconds(8), Duration.ofSeconds(15), 0.5, EnumSet.allOf(FaultKind.class));

  @Test
  void holdsThroughChaosAndLinksComeBack() {
    Seeds.forEach(
        30,
        2_000,
        seed -> {
          Simulation sim = new Simulation(seed, LinkSettings.DEFAULT.withRetryMillis(250, 8_000));
          sim.network().conditions(new Conditions(0.1, 0.05, 0.1, 80, 300));
          sim.spuriousTimers(0.01);
          List<SimNode<Counting>> nodes = sim.addNodes(NODES, Counting::install);
          linkAllWhoeverRestarts(sim, nodes);
          new Chaos(sim, nodes, ROUGH).runFor(Duration.ofMinutes(20));

          sim.runUntil("all linked", Duration.ofSeconds(30), () -> allLinked(nodes));
          sim.runFor(Duration.ofMinutes(1));
          assertThat(allLinked(nodes)).isTrue();
          int before = nodes.getFirst().app().received();
          sim.runFor(Duration.ofMinutes(1));
          assertThat(nodes.getFirst().app().received() - before).isBetween(580, 680);
        });
  }

  private static void linkAllWhoeverRestarts(Simulation sim, List<SimNode<Counting>> nodes) {
    sim.every(
        Duration.ofSeconds(1),
        () ->
            nodes.stream()
                .filter(SimNode::isRunning)
                .forEach(one -> nodes.forEach(other -> one.keepLink(other))));
  }

  private static boolean allLinked(List<SimNode<Counting>> nodes) {
    return nodes.stream().allMatch(node -> node.linkedPeers().size() == NODES - 1);
  }
}
