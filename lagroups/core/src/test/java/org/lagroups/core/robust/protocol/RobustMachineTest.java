package org.lagroups.core.robust.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lagroups.core.testing.TestSubjects.GROUP;
import static org.lagroups.core.testing.TestSubjects.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.robust.MissingAttestation;
import org.lagroups.core.robust.MissingAttestation.Cause;
import org.lagroups.core.robust.RobustEvent;
import org.lagroups.core.robust.set.RobustSet;
import org.lagroups.core.robust.set.Support;
import org.lagroups.core.testing.FakeLaGroups;
import org.lagroups.core.testing.MemoryAgreementStore;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.NodeProgram;
import org.lagroups.simnet.Simulation;

final class RobustMachineTest {

  private static final NodeId SELF = node(0);
  private static final Loss TOO_SLOW = new Loss.Withdrawn(Reason.of(ReasonCode.TOO_SLOW));

  private final Simulation sim = new Simulation(1);
  private final List<RobustEvent> events = new ArrayList<>();

  @Test
  void aGroupWithoutRuleHasNoRobustMembers() {
    FakeLaGroups groups = groups(RobustRule.NONE);
    RobustMachine machine = serving(groups);
    clique(groups, 4);
    settle();
    assertThat(machine.status(GROUP).basis()).isEqualTo(new Basis.NoRule());
    assertThat(machine.status(GROUP).set()).isEqualTo(RobustSet.NONE);
    assertThat(events).isEmpty();
  }

  @Test
  void whoHasEnoughAttestationsBothWaysEnters() {
    FakeLaGroups groups = groups(new RobustRule.Static(2));
    RobustMachine machine = serving(groups);
    clique(groups, 3);
    groups.attest(node(3), node(0));
    groups.attest(node(3), node(1));
    groups.attest(node(0), node(3));
    settle();
    assertThat(machine.status(GROUP).basis()).isEqualTo(new Basis.StaticRule());
    assertThat(machine.status(GROUP).set().members()).containsExactly(SELF, node(1), node(2));
    assertThat(machine.status(GROUP).set().support()).containsEntry(node(3), new Support(1, 2));
    assertThat(events).containsExactly(entered(0), entered(1), entered(2));

    groups.attest(node(1), node(3));
    settle();
    assertThat(events).endsWith(entered(3)).hasSize(4);
  }

  @Test
  void whoFallsBelowTheThresholdLeavesWithTheAttestationsThatWereMissing() {
    FakeLaGroups groups = groups(new RobustRule.Static(2));
    RobustMachine machine = serving(groups);
    clique(groups, 4);
    settle();
    events.clear();
    groups.lose(node(1), node(3), TOO_SLOW);
    settle();
    assertThat(events).isEmpty();

    groups.lose(node(2), node(3), new Loss.Expired());
    settle();
    assertThat(events)
        .containsExactly(
            new RobustEvent.Left(
                GROUP, node(3), List.of(missing(2, 3, new Cause.Lost(new Loss.Expired())))));
    assertThat(machine.status(GROUP).set().support()).containsEntry(node(3), new Support(1, 3));
  }

  @Test
  void whoDependedOnALeaverLeavesWithIt() {
    FakeLaGroups groups = groups(new RobustRule.Static(1));
    serving(groups);
    both(groups, 0, 1);
    both(groups, 2, 3);
    groups.attest(node(0), node(2));
    settle();
    events.clear();
    groups.lose(node(2), node(3), TOO_SLOW);
    settle();
    assertThat(events)
        .containsExactly(
            new RobustEvent.Left(
                GROUP,
                node(2),
                List.of(
                    missing(2, 3, new Cause.Lost(TOO_SLOW)), missing(3, 2, new Cause.OtherLeft()))),
            new RobustEvent.Left(
                GROUP,
                node(3),
                List.of(
                    missing(2, 3, new Cause.Lost(TOO_SLOW)),
                    missing(3, 2, new Cause.OtherLeft()))));
  }

  @Test
  void oneChangeOfTheViewIsLookedAtOnceAndAPassingOneNotAtAll() {
    FakeLaGroups groups = groups(new RobustRule.Static(2));
    serving(groups);
    clique(groups, 3);
    settle();
    events.clear();
    groups.lose(node(1), node(2), TOO_SLOW);
    groups.attest(node(1), node(2));
    settle();
    assertThat(events).isEmpty();
  }

  @Test
  void aClosedSubscriptionHearsNothing() {
    FakeLaGroups groups = groups(new RobustRule.Static(1));
    RobustMachine machine = machine(groups);
    machine.serve(GROUP);
    Subscription first = machine.changes(GROUP, events::add);
    List<RobustEvent> heard = new ArrayList<>();
    machine.changes(
        GROUP,
        event -> {
          heard.add(event);
          first.close();
        });
    both(groups, 0, 1);
    settle();
    assertThat(heard).hasSize(2);
    assertThat(events).containsExactly(entered(0));
    first.close();
  }

  @Test
  void aGroupThatIsNotServedIsUnknown() {
    RobustMachine machine = serving(groups(new RobustRule.Static(1)));
    machine.serve(GROUP);
    machine.leave(GROUP);
    machine.leave(GROUP);
    assertThatThrownBy(() -> machine.status(GROUP)).isInstanceOf(UnknownGroupException.class);
    assertThatThrownBy(() -> machine.changes(GROUP, events::add))
        .isInstanceOf(UnknownGroupException.class);
  }

  private RobustMachine serving(FakeLaGroups groups) {
    RobustMachine machine = machine(groups);
    machine.serve(GROUP);
    machine.changes(GROUP, events::add);
    return machine;
  }

  private RobustMachine machine(FakeLaGroups groups) {
    NodeProgram<RobustMachine> program =
        host ->
            host.install(
                RobustMachine.PROTOCOL,
                (Environment<RobustTimer> environment) ->
                    new RobustMachine(environment, groups, new MemoryAgreementStore()));
    return sim.addNode("n", SELF, program).app();
  }

  private void settle() {
    sim.runFor(Duration.ofMillis(1));
  }

  private static FakeLaGroups groups(RobustRule rule) {
    return new FakeLaGroups(SELF, GROUP, GroupSettings.DEFAULT.withRobust(rule));
  }

  private static void clique(FakeLaGroups groups, int nodes) {
    for (int one = 0; one < nodes; one++) {
      for (int other = 0; other < one; other++) {
        both(groups, one, other);
      }
    }
  }

  private static void both(FakeLaGroups groups, int one, int other) {
    groups.attest(node(one), node(other));
    groups.attest(node(other), node(one));
  }

  private static RobustEvent entered(int number) {
    return new RobustEvent.Entered(GROUP, node(number));
  }

  private static MissingAttestation missing(int attester, int attestee, Cause cause) {
    return new MissingAttestation(node(attester), node(attestee), cause);
  }
}
