package org.lagroups.core.monitor.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lagroups.core.testing.TestSubjects.node;
import static org.lagroups.core.testing.TestSubjects.subject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

/** A quorum of three, four questions, ten seconds; two contradictions in a row are too many. */
final class VotingMonitorTest {

  private static final Bytes QUESTION = Bytes.fromHex("01");
  private static final Bytes RIGHT = Bytes.fromHex("aa");
  private static final Bytes WRONG = Bytes.fromHex("bb");
  private static final Bytes ODD = Bytes.fromHex("cc");
  private static final long PATIENCE = 10_000_000_000L;
  private static final VotingSettings SETTINGS = new VotingSettings(3, 4, Duration.ofSeconds(10));
  private static final Steadiness STEADINESS = Steadiness.inARow(2, 1);

  private final VotingMonitor voting = new VotingMonitor(SETTINGS, STEADINESS);
  private final List<NodeId> nodes = new ArrayList<>();
  private final List<OngoingTest> tests = new ArrayList<>();

  VotingMonitorTest() {
    for (int i = 0; i < 5; i++) {
      nodes.add(node(i));
      tests.add(voting.start(subject(i), verdict -> {}));
    }
  }

  @Test
  void failsWhoContradictsTheMajorityAgainAndAgain() {
    vote(RIGHT, RIGHT, WRONG);
    vote(RIGHT, RIGHT, WRONG);

    assertThat(verdict(0)).isInstanceOf(Verdict.Pass.class);
    assertThat(verdict(1)).isInstanceOf(Verdict.Pass.class);
    assertThat(verdict(2))
        .isEqualTo(
            new Verdict.Fail(
                new Reason(ReasonCode.WRONG_ANSWERS, "most others answered otherwise")));
  }

  @Test
  void forgivesASingleWrongAnswer() {
    vote(RIGHT, RIGHT, WRONG);
    vote(RIGHT, RIGHT, RIGHT);
    vote(RIGHT, RIGHT, WRONG);

    assertThat(verdict(2)).isInstanceOf(Verdict.Pass.class);
  }

  @Test
  void passesAgainWhoAnswersAsTheMajorityDoes() {
    vote(RIGHT, RIGHT, WRONG);
    vote(RIGHT, RIGHT, WRONG);
    vote(RIGHT, RIGHT, RIGHT);

    assertThat(verdict(2)).isInstanceOf(Verdict.Pass.class);
  }

  @Test
  void decidesNothingByATieOrTooFewOrManyOpinions() {
    vote(RIGHT, RIGHT, WRONG, WRONG);
    vote(RIGHT, RIGHT, WRONG, ODD);
    vote(RIGHT, WRONG, ODD);
    vote(RIGHT, RIGHT);

    assertThat(tests).extracting(OngoingTest::verdict).containsOnly(new Verdict.Pending());
    assertThat(voting.counters().undecided()).isEqualTo(3);
    assertThat(voting.counters().tooFew()).isEqualTo(1);
  }

  @Test
  void doesNotWaitForTheSilentForEverAndDoesNotJudgeThem() {
    voting.ask(QUESTION, nodes, 0);
    for (int i = 0; i < 3; i++) {
      voting.answer(QUESTION, node(i), RIGHT, 5);
    }
    voting.tick(PATIENCE - 1);
    assertThat(verdict(0)).isInstanceOf(Verdict.Pending.class);
    voting.tick(PATIENCE);

    assertThat(verdict(0)).isInstanceOf(Verdict.Pass.class);
    assertThat(verdict(3)).isInstanceOf(Verdict.Pending.class);
    assertThat(voting.answer(QUESTION, node(3), RIGHT, PATIENCE)).isEqualTo(Ballot.NOT_ASKED);
  }

  @Test
  void countsOneAnswerOfEachWhoWasAskedAndNoLongOnes() {
    assertThat(voting.answer(QUESTION, node(0), RIGHT, 0)).isEqualTo(Ballot.NOT_ASKED);
    voting.ask(QUESTION, List.of(node(0), node(1), node(2)), 0);
    Bytes tooLong = Bytes.wrapOwned(new byte[VotingMonitor.MAX_ANSWER_BYTES + 1]);

    assertThat(voting.answer(QUESTION, node(0), tooLong, 0)).isEqualTo(Ballot.TOO_LONG);
    assertThat(voting.answer(QUESTION, node(0), RIGHT, 0)).isEqualTo(Ballot.COUNTED);
    assertThat(voting.answer(QUESTION, node(0), WRONG, 0)).isEqualTo(Ballot.TWICE);
    assertThat(voting.answer(QUESTION, node(4), WRONG, 0)).isEqualTo(Ballot.NOT_ASKED);
    voting.answer(QUESTION, node(1), RIGHT, 0);
    voting.answer(QUESTION, node(2), RIGHT, 0);

    assertThat(verdict(0)).isInstanceOf(Verdict.Pass.class);
    VoteCounters counters = voting.counters();
    assertThat(counters.ballots())
        .isEqualTo(
            Map.of(
                Ballot.NOT_ASKED, 2L, Ballot.TOO_LONG, 1L, Ballot.COUNTED, 3L, Ballot.TWICE, 1L));
    assertThat(counters.decided()).isEqualTo(1);
    assertThat(counters.observations().good()).isEqualTo(3);
  }

  @Test
  void boundsTheOpenQuestions() {
    for (int i = 0; i < SETTINGS.maxOpen(); i++) {
      assertThat(voting.ask(Bytes.copyOf((byte) i), nodes, 0)).isTrue();
    }
    assertThat(voting.ask(QUESTION, nodes, 0)).as("open already").isFalse();
    assertThat(voting.ask(ODD, nodes, 0)).as("one too many").isFalse();
    assertThat(voting.counters().open()).isEqualTo(SETTINGS.maxOpen());
    assertThat(voting.counters().refused()).isEqualTo(2);

    assertThat(voting.ask(ODD, nodes, PATIENCE)).as("all are over").isTrue();
    assertThat(voting.counters().open()).isEqualTo(1);
  }

  @Test
  void refusesQuestionsAndSettingsOutOfBounds() {
    Bytes tooLong = Bytes.wrapOwned(new byte[VotingMonitor.MAX_QUESTION_BYTES + 1]);
    List<NodeId> tooMany = Collections.nCopies(VotingSettings.MAX_VOTERS + 1, node(1));
    Duration second = Duration.ofSeconds(1);

    assertThatIllegalArgumentException().isThrownBy(() -> voting.ask(tooLong, List.of(), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> voting.ask(QUESTION, tooMany, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new VotingSettings(2, 1, second));
    assertThatIllegalArgumentException().isThrownBy(() -> new VotingSettings(65, 1, second));
    assertThatIllegalArgumentException().isThrownBy(() -> new VotingSettings(3, 0, second));
    assertThatIllegalArgumentException().isThrownBy(() -> new VotingSettings(3, 1_025, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VotingSettings(3, 1, Duration.ofHours(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> new VotingSettings(3, 1, Duration.ZERO));
  }

  @Test
  void neverFailsAnHonestVoterWhileLiarsAreFewerThanHalfOfTheQuorum() {
    Seeds.forEach(
        100,
        10_000,
        seed -> {
          Random random = new Random(seed);
          int liars = 1 + random.nextInt(5);
          int quorum = 2 * liars + 1;
          int nodes = quorum + random.nextInt(5);
          VotingMonitor monitor =
              new VotingMonitor(
                  new VotingSettings(quorum, 4, Duration.ofSeconds(1)), Steadiness.inARow(1, 1));
          List<NodeId> all = IntStream.range(0, nodes).mapToObj(i -> node(i)).toList();
          List<OngoingTest> running =
              IntStream.range(0, nodes)
                  .mapToObj(i -> monitor.start(subject(i), verdict -> {}))
                  .toList();
          for (int round = 0; round < 20; round++) {
            long now = round * PATIENCE;
            monitor.ask(QUESTION, all, now);
            List<Integer> order = new ArrayList<>(IntStream.range(0, nodes).boxed().toList());
            Collections.shuffle(order, random);
            for (int voter : order) {
              if (random.nextInt(10) > 0) {
                Bytes lie = random.nextBoolean() ? WRONG : ODD;
                monitor.answer(QUESTION, all.get(voter), voter < liars ? lie : RIGHT, now);
              }
            }
            monitor.tick(now + PATIENCE - 1);
          }
          for (int i = liars; i < nodes; i++) {
            assertThat(running.get(i).verdict()).isNotInstanceOf(Verdict.Fail.class);
          }
          assertThat(monitor.counters().observations().bad())
              .isLessThanOrEqualTo(monitor.counters().decided() * liars);
        });
  }

  /** One question, put to as many nodes as there are answers. */
  private void vote(Bytes... answers) {
    List<NodeId> voters = IntStream.range(0, answers.length).mapToObj(i -> node(i)).toList();
    assertThat(voting.ask(QUESTION, voters, 0)).isTrue();
    for (int i = 0; i < answers.length; i++) {
      voting.answer(QUESTION, voters.get(i), answers[i], 0);
    }
    assertThat(voting.counters().open()).isZero();
  }

  private Verdict verdict(int node) {
    return tests.get(node).verdict();
  }
}
