package org.lagroups.simnet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.seed.Seeds;

class ChaosTest {

  private static final ChaosSettings ALL =
      ChaosSettings.DEFAULT.with(EnumSet.allOf(FaultKind.class));

  private final Simulation sim = new Simulation(Seeds.one());
  private final List<SimNode<String>> nodes = sim.addNodes(9, host -> host.name());

  @ParameterizedTest
  @EnumSource
  void mendsWhatItBroke(FaultKind kind) {
    Chaos chaos = new Chaos(sim, nodes, ChaosSettings.DEFAULT.with(Set.of(kind)));
    chaos.runFor(Duration.ofMinutes(10));
    assertThat(chaos.faults()).isPositive();
    assertWhole();
  }

  @Test
  void breaksNoMoreNodesThanItMay() {
    int[] most = new int[1];
    sim.checkAlways(
        "at most three of nine",
        findings -> {
          int broken = (int) nodes.stream().filter(node -> !node.isRunning()).count();
          most[0] = Math.max(most[0], broken);
          findings.require(broken <= 3, broken + " are down");
        });
    Chaos chaos = new Chaos(sim, nodes, ChaosSettings.DEFAULT.with(Set.of(FaultKind.CRASH)));
    chaos.runFor(Duration.ofMinutes(30));
    assertThat(most[0]).isEqualTo(3);
  }

  @Test
  void comesInPhases() {
    Chaos chaos = new Chaos(sim, nodes, ALL);
    chaos.runFor(Duration.ofMinutes(10));
    int first = chaos.faults();
    sim.runFor(Duration.ofMinutes(10));
    assertThat(chaos.faults()).isEqualTo(first);
    assertWhole();
    chaos.runFor(Duration.ofMinutes(10));
    assertThat(chaos.faults()).isGreaterThan(first);
    assertWhole();
  }

  @Test
  void linksComeBackAfterwards() {
    Seeds.forEach(
        5,
        200,
        seed -> {
          Simulation run = new Simulation(seed);
          List<SimNode<String>> all = run.addNodes(9, host -> host.name());
          run.connectAll(all);
          new Chaos(run, all, ALL.with(EnumSet.complementOf(crashes())))
              .runFor(Duration.ofMinutes(30));
          run.runUntil(
              "all linked again",
              Duration.ofMinutes(1),
              () -> all.stream().allMatch(node -> node.linkedPeers().size() == 8));
        });
  }

  @Test
  void needsSomethingToBreak() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Chaos(sim, nodes.subList(0, 1), ALL));
    assertThatIllegalArgumentException().isThrownBy(() -> ALL.with(Set.of()));
  }

  private static EnumSet<FaultKind> crashes() {
    return EnumSet.of(FaultKind.CRASH, FaultKind.DISK_LOSS);
  }

  private void assertWhole() {
    for (SimNode<String> one : nodes) {
      assertThat(one.isRunning()).isTrue();
      assertThat(one.isPaused()).isFalse();
      assertThat(one.clock().error()).isZero();
      assertThat(nodes).noneMatch(other -> sim.network().isCut(one, other));
    }
  }
}
