package org.lagroups.scenarios.sim.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Samples;
import org.lagroups.scenarios.sim.world.Detection;

/** Each failure with one group; {@code lag sim} plays them with thousands. */
final class FailuresTest {

  /** With T_a = 60 s a dead node is found silent after at most 11 s, by the heartbeats. */
  private static final double LONGEST_DETECTION_SECONDS = 12;

  @Test
  void aNodeReachableByOneMemberMakesNobodyElseFlap() {
    Ledger played = Played.well(new LonelyLink(), 10);
    assertThat(played.totals().flaps()).isZero();
    assertThat(played.totals().signatureChecks()).isPositive();
  }

  @Test
  void aNodeThatLosesMostPacketsMakesNobodyElseFlap() {
    Ledger played = Played.well(new HeavyLoss(), 20);
    assertThat(figure(played, "attestations to lossy nodes lost at least once").median())
        .isGreaterThan(90);
  }

  @Test
  void aNodeThatIsDeafNowAndThenMakesNobodyElseFlap() {
    Ledger played = Played.well(new FlipFlop(), 20);
    assertThat(figure(played, "attestations to deaf nodes lost at least once").median())
        .isEqualTo(100);
  }

  @Test
  void bothSidesOfAPartitionGoOnAndMerge() {
    Ledger played = Played.well(new Partition(), 20);
    assertThat(figure(played, "other side out of all views after").most())
        .isLessThan(LONGEST_DETECTION_SECONDS);
    assertThat(figure(played, "all see all again after").most()).isLessThan(15);
  }

  @Test
  void viewsOnlyGrowWhileAllJoinAtOnce() {
    Ledger played = Played.well(new Bootstrap(), 20);
    assertThat(figure(played, "all attest to all after").most()).isLessThan(10);
  }

  @Test
  void aDeathIsKnownToAllAndTheDeadComesBack() {
    Ledger played = Played.well(new Scale(), 20);
    assertThat(figure(played, Detection.FIGURE).count()).isEqualTo(1);
    assertThat(figure(played, Detection.FIGURE).most()).isLessThan(LONGEST_DETECTION_SECONDS);
  }

  private static Samples figure(Ledger ledger, String name) {
    return ledger.samples().stream()
        .filter(samples -> samples.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
