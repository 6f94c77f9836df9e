package org.lagroups.core.monitor.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.monitor.kit.BatteryPlan;
import org.lagroups.core.monitor.kit.KitGroup;
import org.lagroups.core.monitor.kit.KitNode;
import org.lagroups.core.monitor.kit.KitSettings;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** A member whose answers are not those of the others, by its resolver's fault or its own. */
final class VotedOutTest {

  private static final QuestionSettings ASKED =
      new QuestionSettings(
          List.of(
              Question.parse("dns example.org"),
              Question.parse("key example.org:443"),
              Question.parse("http http://example.org/")),
          Duration.ofSeconds(20));
  private static final KitSettings SETTINGS =
      KitSettings.DEFAULT.withStandard(
          BatteryPlan.allOf(EnumSet.of(TestKind.HEARTBEAT, TestKind.FLOOD, TestKind.ANSWERS)));

  private final Set<NodeId> deceived = new HashSet<>();
  private final Set<NodeId> ignorant = new HashSet<>();

  @Test
  void isDroppedByAllAndComesBackWhenItAnswersAsTheOthersDo() {
    Seeds.forEach(
        3,
        300,
        seed -> {
          deceived.clear();
          Simulation sim = new Simulation(seed);
          KitGroup group = group(sim, 5);
          sim.runFor(Duration.ofMinutes(2));
          assertThat(group.lost()).as("lost while all answer alike").isEmpty();

          deceived.add(group.node(2).id());
          sim.runUntil("the others drop it", Duration.ofMinutes(2), () -> !group.attests(0, 2));
          assertThat(group.node(0).app().kit.verdicts(group.id(), group.node(2).id()))
              .hasEntrySatisfying(
                  TestKind.ANSWERS,
                  verdict ->
                      assertThat(verdict)
                          .isInstanceOfSatisfying(
                              Verdict.Fail.class,
                              fail ->
                                  assertThat(fail.reason().code())
                                      .isEqualTo(ReasonCode.WRONG_ANSWERS)));
          sim.runFor(Duration.ofMinutes(2));
          assertThat(group.withdrawn(ReasonCode.WRONG_ANSWERS))
              .as("the four others, and it from them, for it sees the majority against its own")
              .isGreaterThanOrEqualTo(4);
          assertThat(group.attests(0, 1)).isTrue();

          deceived.clear();
          group.awaitClique();
        });
  }

  @Test
  void judgesNobodyWhoHasNoAnswerAndNobodyInAGroupOfTwo() {
    Simulation sim = new Simulation(Seeds.one());
    KitGroup group = group(sim, 5);
    ignorant.add(group.node(3).id());
    sim.runFor(Duration.ofMinutes(3));
    assertThat(group.lost()).isEmpty();
    assertThat(group.node(3).app().questions.counters().unknown()).isPositive();

    Simulation other = new Simulation(Seeds.one());
    KitGroup pair = group(other, 2);
    deceived.add(pair.node(1).id());
    other.runFor(Duration.ofMinutes(3));
    assertThat(pair.lost()).isEmpty();
  }

  private KitGroup group(Simulation sim, int size) {
    sim.network().conditions(Conditions.INTERNET);
    return new KitGroup(
        sim,
        size,
        GroupSettings.DEFAULT,
        (host, identity) ->
            new KitNode(
                host,
                identity,
                SETTINGS,
                ASKED,
                (question, done) -> done.accept(answer(host.self()))));
  }

  private Optional<Bytes> answer(NodeId node) {
    return ignorant.contains(node)
        ? Optional.empty()
        : Optional.of(Bytes.copyOf((byte) (deceived.contains(node) ? 1 : 2)));
  }
}
