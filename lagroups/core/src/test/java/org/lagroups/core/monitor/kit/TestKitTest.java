package org.lagroups.core.monitor.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.testing.TestSubjects;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.seed.Seeds;

/** The ready-made tests as one monitor. */
final class TestKitTest {

  private static final GroupId GROUP = TestSubjects.GROUP;
  private static final GroupId OTHER = GroupId.random(new Random(2));

  private final Simulation sim = new Simulation(Seeds.one());
  private final List<Verdict> said = new ArrayList<>();
  private SimNode<HeartbeatMachine> node;
  private SimNode<HeartbeatMachine> peer;
  private long now = 1;

  @BeforeEach
  void link() {
    node = sim.addNode("node", TestKitTest::install);
    peer = sim.addNode("peer", TestKitTest::install);
    node.keepLink(peer);
  }

  @Test
  void admitsWhoAnswersWithoutWaitingForSlowerTests() {
    TestKit kit = kit(KitSettings.DEFAULT.withStandard(BatteryPlan.allOf(all())));
    OngoingTest test = start(kit, GROUP);
    assertThat(test.verdict()).isEqualTo(new Verdict.Pending());
    assertThat(kit.verdicts(GROUP, peer.id()))
        .containsOnlyKeys(TestKind.values())
        .containsEntry(TestKind.HEARTBEAT, new Verdict.Pending());

    sim.runFor(Duration.ofSeconds(3));
    assertThat(test.verdict()).isInstanceOf(Verdict.Pass.class);
    assertThat(kit.verdicts(GROUP, peer.id()))
        .containsEntry(TestKind.FLOOD, new Verdict.Pass(LinkInfo.NONE));
  }

  @Test
  void failsWhoFloodsUntilItHasBehavedForAWhile() {
    TestKit kit = kit(KitSettings.DEFAULT.withFloodCeiling(100, 1e9));
    OngoingTest test = passing(kit);
    flood(kit, 6, 500);
    assertThat(test.verdict())
        .isEqualTo(
            new Verdict.Fail(new Reason(ReasonCode.FLOODING, "sent more than is acceptable")));
    flood(kit, 9, 10);
    assertThat(test.verdict()).isInstanceOf(Verdict.Fail.class);
    flood(kit, 4, 10);
    assertThat(test.verdict()).isInstanceOf(Verdict.Pass.class);
    assertThat(said).hasSize(3);
    assertThat(kit.counters().batteries().failed())
        .containsExactly(Map.entry(ReasonCode.FLOODING, 1L));
  }

  @Test
  void takesWhatWasAskedForForNoFlood() {
    TestKit kit = kit(KitSettings.DEFAULT.withFloodCeiling(100, 1_000));
    OngoingTest test = passing(kit);
    for (int second = 0; second < 20; second++) {
      for (int i = 0; i < 500; i++) {
        kit.arrivals().arrived(peer.id(), 1_000);
        kit.arrivals().wasAskedFor(peer.id(), 1_000);
      }
      tick(kit);
    }
    assertThat(test.verdict()).isInstanceOf(Verdict.Pass.class);
  }

  @Test
  void failsWhoDeliversTooLittleAndGivesItAnotherChance() {
    TestKit kit =
        kit(
            KitSettings.DEFAULT.withStandard(
                BatteryPlan.allOf(EnumSet.of(TestKind.HEARTBEAT, TestKind.THROUGHPUT))));
    kit.demands().began(peer.id());
    OngoingTest test = passing(kit);
    kit.demands().began(peer.id());
    kit.demands().ended(peer.id());
    ticks(kit, 25);
    assertThat(test.verdict())
        .isInstanceOfSatisfying(
            Verdict.Fail.class,
            fail -> assertThat(fail.reason().code()).isEqualTo(ReasonCode.TOO_SLOW));

    kit.demands().ended(peer.id());
    ticks(kit, 250);
    assertThat(test.verdict()).as("nobody asks it for anything").isInstanceOf(Verdict.Fail.class);
    ticks(kit, 100);
    assertThat(test.verdict()).isInstanceOf(Verdict.Pass.class);
    assertThatIllegalStateException().isThrownBy(() -> kit.demands().ended(peer.id()));
  }

  @Test
  void passesWhoDeliversEnough() {
    TestKit kit =
        kit(
            KitSettings.DEFAULT.withStandard(
                BatteryPlan.allOf(EnumSet.of(TestKind.HEARTBEAT, TestKind.THROUGHPUT))));
    OngoingTest test = passing(kit);
    kit.demands().began(peer.id());
    for (int second = 0; second < 30; second++) {
      kit.demands().delivered(peer.id(), 20_000);
      tick(kit);
    }
    assertThat(test.verdict())
        .isInstanceOfSatisfying(
            Verdict.Pass.class,
            pass -> assertThat(pass.info().throughputBitsPerSecond()).hasValue(160_000));
  }

  @Test
  void givesAGroupTheBatteryOfItsOwn() {
    BatteryPlan any = BatteryPlan.allOf(all()).withNeeded(1);
    TestKit kit = kit(KitSettings.DEFAULT.withGroups(Map.of(OTHER, any)));
    OngoingTest strict = start(kit, GROUP);
    OngoingTest lax = start(kit, OTHER);
    assertThat(strict.verdict()).isInstanceOf(Verdict.Pending.class);
    assertThat(lax.verdict()).isInstanceOf(Verdict.Pass.class);
    assertThat(kit.subjects(TestKind.ANSWERS)).containsExactly(peer.id());
    assertThat(kit.counters().batteries().tested()).isEqualTo(2);

    lax.close();
    assertThat(kit.subjects(TestKind.ANSWERS)).isEmpty();
    assertThat(kit.subjects(TestKind.FLOOD)).containsExactly(peer.id());
    strict.close();
    assertThat(kit.verdicts(GROUP, peer.id())).isEmpty();
  }

  @Test
  void refusesPlansThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatteryPlan.allOf(EnumSet.noneOf(TestKind.class)));
    assertThatIllegalArgumentException().isThrownBy(() -> BatteryPlan.DEFAULT.withNeeded(3));
    assertThatIllegalArgumentException().isThrownBy(() -> BatteryPlan.DEFAULT.withNeeded(0));
  }

  private TestKit kit(KitSettings settings) {
    return new TestKit(settings, node.app(), () -> now);
  }

  private OngoingTest passing(TestKit kit) {
    OngoingTest test = start(kit, GROUP);
    sim.runFor(Duration.ofSeconds(3));
    assertThat(test.verdict()).isInstanceOf(Verdict.Pass.class);
    return test;
  }

  private OngoingTest start(TestKit kit, GroupId group) {
    NodeId subject = peer.id();
    return kit.start(new Subject(group, GroupSettings.DEFAULT, subject), said::add);
  }

  private void flood(TestKit kit, int seconds, int messages) {
    for (int second = 0; second < seconds; second++) {
      for (int i = 0; i < messages; i++) {
        kit.arrivals().arrived(peer.id(), 100);
      }
      tick(kit);
    }
  }

  private void ticks(TestKit kit, int count) {
    for (int i = 0; i < count; i++) {
      tick(kit);
    }
  }

  private void tick(TestKit kit) {
    now += kit.tickMillis() * 1_000_000;
    kit.tick();
  }

  private static EnumSet<TestKind> all() {
    return EnumSet.allOf(TestKind.class);
  }

  private static HeartbeatMachine install(Host host) {
    return host.install(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
  }
}
