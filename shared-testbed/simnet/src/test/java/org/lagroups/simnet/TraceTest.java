package org.lagroups.simnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.net.Conditions;

class TraceTest {

  private record Run(String text, String digest) {}

  private static Run run(long seed) {
    StringBuilder text = new StringBuilder();
    Simulation sim = new Simulation(seed);
    sim.trace().writeTo(text);
    sim.network().conditions(Conditions.INTERNET.withLoss(0.1));
    List<SimNode<Chatter>> nodes = sim.addNodes(8, Chatter::install);
    sim.connectAll(nodes);
    sim.runFor(Duration.ofMinutes(1));

    sim.network().cutOneWay(0.2, nodes);
    nodes.get(0).kill();
    sim.network().partition(nodes.subList(3, 5));
    sim.runFor(Duration.ofMinutes(1));

    sim.network().heal();
    nodes.get(0).restart();
    sim.runFor(Duration.ofMinutes(1));
    return new Run(text.toString(), sim.trace().digest());
  }

  @Test
  void isByteIdenticalForOneSeed() {
    Run first = run(1);
    Run second = run(1);
    assertThat(second.text())
        .isEqualTo(first.text())
        .hasLineCount((int) first.text().lines().count());
    assertThat(second.digest()).isEqualTo(first.digest());
  }

  @Test
  void differsForAnotherSeed() {
    assertThat(run(2).text()).isNotEqualTo(run(1).text());
    assertThat(run(2).digest()).isNotEqualTo(run(1).digest());
  }
}
