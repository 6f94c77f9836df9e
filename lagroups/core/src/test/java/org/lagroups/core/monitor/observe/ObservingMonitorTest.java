package org.lagroups.core.monitor.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.testing.TestSubjects.node;
import static org.lagroups.core.testing.TestSubjects.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.machine.GroupId;

final class ObservingMonitorTest {

  private static final Verdict PENDING = new Verdict.Pending();

  private final List<Verdict> heard = new ArrayList<>();

  /** Below 0 is bad, and other numbers are round-trip times. */
  private final ObservingMonitor<Integer> monitor =
      ObservingMonitor.ofEach(
          Steadiness.inARow(2, 2),
          number ->
              number < 0
                  ? Finding.bad(ReasonCode.BAD_CONTENT, "below 0")
                  : new Finding.Good(LinkInfo.ofRoundTrip(number)));

  @Test
  void givesTheVerdictsOfItsHysteresisAndNoOthers() {
    OngoingTest test = monitor.start(subject(1), heard::add);
    assertThat(test.verdict()).isEqualTo(PENDING);
    observe(1, 5, 6, -1, 7, -1, -1, 8, 9);

    assertThat(heard)
        .containsExactly(
            pass(6), new Verdict.Fail(new Reason(ReasonCode.BAD_CONTENT, "below 0")), pass(9));
    assertThat(test.verdict()).isEqualTo(pass(9));
  }

  @Test
  void repeatsAPassForALargeChangeAndNotTooOften() {
    monitor.start(subject(1), heard::add);
    observe(1, 10_000, 10_000, 11_000, 90_000, 30_000, 40_000, 10_000, 10_000, 10_000, 10_500);

    assertThat(heard).containsExactly(pass(10_000), pass(40_000), pass(10_500));
  }

  @Test
  void tellsATestOfEachGroupWhatIsObservedOfTheNode() {
    Subject elsewhere = new Subject(GroupId.random(new Random(2)), GroupSettings.DEFAULT, node(1));
    List<Verdict> heardElsewhere = new ArrayList<>();
    monitor.start(subject(1), heard::add);
    monitor.start(elsewhere, heardElsewhere::add);
    observe(1, 1, 1);

    assertThat(heard).containsExactly(pass(1)).isEqualTo(heardElsewhere);
  }

  @Test
  void judgesEachNodeByItself() {
    monitor.start(subject(1), heard::add);
    OngoingTest other = monitor.start(subject(2), heard::add);
    observe(1, -1, -1);
    observe(2, 1);

    assertThat(heard).hasSize(1);
    assertThat(other.verdict()).isEqualTo(PENDING);
  }

  @Test
  void saysNothingAfterItIsClosedEvenByOneOfItsOwnVerdicts() {
    List<OngoingTest> tests = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tests.add(
          monitor.start(
              subject(1),
              verdict -> {
                heard.add(verdict);
                tests.forEach(OngoingTest::close);
              }));
    }
    observe(1, 1, 1, -1, -1);

    assertThat(heard).containsExactly(pass(1));
    assertThat(monitor.counters().tested()).isZero();
  }

  @Test
  void passesTheTimeToAllThatAreTested() {
    List<Long> ticks = new ArrayList<>();
    ObservingMonitor<Integer> ticked =
        new ObservingMonitor<>(
            Steadiness.inARow(1, 1),
            subject ->
                new Examiner<>() {
                  @Override
                  public Optional<Finding> examine(Integer observation, long nowNanos) {
                    return Optional.empty();
                  }

                  @Override
                  public Optional<Finding> tick(long nowNanos) {
                    ticks.add(nowNanos);
                    return Optional.of(Finding.good());
                  }
                });
    ticked.start(subject(1), heard::add);
    ticked.start(subject(2), heard::add);
    ticked.tick(7);

    assertThat(ticks).containsExactly(7L, 7L);
    assertThat(heard).hasSize(2);
  }

  @Test
  void countsWhatItFound() {
    monitor.start(subject(1), heard::add);
    OngoingTest closed = monitor.start(subject(2), heard::add);
    monitor.start(subject(3), heard::add);
    observe(1, -1, -1, 1);
    observe(2, 1, 1);
    closed.close();
    observe(2, 1);
    observe(3, 1, 1);

    assertThat(monitor.counters())
        .isEqualTo(
            new ObservationCounters(2, 1, 1, 5, 2, 1, 2, Map.of(ReasonCode.BAD_CONTENT, 1L)));
  }

  private void observe(int node, int... numbers) {
    for (int number : numbers) {
      monitor.observe(node(node), number, 0);
    }
  }

  private static Verdict pass(long micros) {
    return new Verdict.Pass(LinkInfo.ofRoundTrip(micros));
  }
}
