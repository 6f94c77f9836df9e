package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** What heartbeats mean as verdicts. */
final class HeartbeatMonitorTest {

  private final Simulation sim = new Simulation(Seeds.one());
  private final SimNode<WatchingNode> node = sim.addNode("node", WatchingNode::new);
  private final SimNode<WatchingNode> peer = sim.addNode("peer", WatchingNode::new);
  private final Subject subject =
      new Subject(GroupId.random(new Random(1)), GroupSettings.DEFAULT, peer.id());
  private final List<Verdict> verdicts = new ArrayList<>();

  HeartbeatMonitorTest() {
    sim.network().conditions(Conditions.PERFECT);
    sim.network().latencyMillis(10);
    node.keepLink(peer);
  }

  @Test
  void passesWithTheRoundTripTimeAndFailsWhenNothingComes() {
    OngoingTest test = start();
    assertThat(test.verdict()).isEqualTo(new Verdict.Pending());
    sim.runUntil("pass", Duration.ofSeconds(2), () -> test.verdict() instanceof Verdict.Pass);
    sim.runFor(Duration.ofMinutes(5));
    peer.kill();
    sim.runFor(Duration.ofSeconds(20));

    assertThat(verdicts).hasSize(2);
    assertThat(roundTripMicros(verdicts.getFirst())).isBetween(20_000L, 21_000L);
    assertThat(verdicts.getLast())
        .isEqualTo(new Verdict.Fail(Reason.of(ReasonCode.UNREACHABLE)))
        .isEqualTo(test.verdict());
  }

  @Test
  void tellsARoundTripTimeThatChangedALotAndNoOther() {
    start();
    sim.runFor(Duration.ofMinutes(2));
    sim.network().latencyMillis(12);
    sim.runFor(Duration.ofMinutes(5));
    assertThat(verdicts).hasSize(1);

    sim.network().latencyMillis(40);
    sim.runFor(Duration.ofMinutes(5));
    assertThat(verdicts).hasSizeBetween(2, 4);
    assertThat(roundTripMicros(verdicts.getLast())).isBetween(50_000L, 81_000L);
  }

  /** On a machine that is busy now and then, a round trip may take fifty times as long. */
  @Test
  void doesNotTellThatRoundTripTimesScatter() {
    sim.network().latencyMillis(0.2);
    start();
    sim.runFor(Duration.ofMinutes(2));
    int before = verdicts.size();
    for (int i = 0; i < 20; i++) {
      sim.network().conditions(Conditions.PERFECT.withJitterMillis(20));
      sim.runFor(Duration.ofSeconds(5));
      sim.network().conditions(Conditions.PERFECT);
      sim.runFor(Duration.ofSeconds(25));
    }
    assertThat(verdicts).hasSize(before);
  }

  @Test
  void saysNothingAfterItIsClosed() {
    OngoingTest test = start();
    sim.runFor(Duration.ofSeconds(5));
    test.close();
    peer.kill();
    sim.runFor(Duration.ofMinutes(1));

    assertThat(verdicts).hasSize(1);
  }

  @Test
  void passesAtOnceWhoIsKnownToAnswer() {
    start();
    sim.runFor(Duration.ofSeconds(5));

    assertThat(start().verdict()).isInstanceOf(Verdict.Pass.class);
  }

  private OngoingTest start() {
    return new HeartbeatMonitor(node.app().heartbeats).start(subject, verdicts::add);
  }

  private static long roundTripMicros(Verdict verdict) {
    return verdict instanceof Verdict.Pass pass ? pass.info().roundTripMicros().orElseThrow() : -1;
  }
}
