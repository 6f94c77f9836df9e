package org.lagroups.core.monitor.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lagroups.core.testing.TestSubjects.node;
import static org.lagroups.core.testing.TestSubjects.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;

final class BatteryMonitorTest {

  private static final Verdict PENDING = new Verdict.Pending();
  private static final Verdict PASS = new Verdict.Pass(LinkInfo.NONE);

  private final List<Verdict> heard = new ArrayList<>();
  private final ObservingMonitor<Finding> first = direct();
  private final ObservingMonitor<Finding> second = direct();
  private final ObservingMonitor<Finding> third = direct();

  @Test
  void passesOnceAllPass() {
    OngoingTest test = start(Battery.allOf(first, second, third));
    pass(first, second);
    assertThat(test.verdict()).isEqualTo(PENDING);
    pass(third);

    assertThat(heard).containsExactly(PASS);
    assertThat(test.verdict()).isEqualTo(PASS);
  }

  @Test
  void failsWhenOneOfAllFailsForItsReason() {
    start(Battery.allOf(first, second));
    pass(first);
    fail(second, ReasonCode.FLOODING);
    assertThat(heard).containsExactly(failed(ReasonCode.FLOODING));

    fail(first, ReasonCode.TOO_SLOW);
    assertThat(heard).hasSize(1);
    pass(second);
    assertThat(heard).endsWith(failed(ReasonCode.TOO_SLOW));
    pass(first);
    assertThat(heard).hasSize(3).endsWith(PASS);
  }

  @Test
  void isPendingWhileTooFewHaveDecided() {
    OngoingTest test = start(Battery.atLeast(2, first, second, third));
    pass(first);
    fail(second, ReasonCode.TOO_SLOW);
    assertThat(test.verdict()).isEqualTo(PENDING);
    assertThat(heard).isEmpty();

    pass(third);
    assertThat(heard).containsExactly(PASS);
  }

  @Test
  void failsForTheReasonOfTheOneThatWasTooMany() {
    OngoingTest test = start(Battery.atLeast(2, first, second, third));
    pass(first, second, third);
    fail(third, ReasonCode.TOO_SLOW);
    fail(first, ReasonCode.FLOODING);
    fail(second, ReasonCode.WRONG_ANSWERS);

    assertThat(heard).containsExactly(PASS, failed(ReasonCode.FLOODING));
    assertThat(test.verdict()).isEqualTo(failed(ReasonCode.FLOODING));
  }

  @Test
  void tellsOfEachMeasurementTheFirstOneKnown() {
    start(Battery.allOf(first, second));
    measure(first, LinkInfo.ofRoundTrip(5));
    measure(
        second,
        new LinkInfo(
            OptionalLong.of(9),
            OptionalLong.of(7),
            OptionalLong.of(6),
            OptionalLong.empty(),
            OptionalDouble.of(0.5),
            Bytes.fromHex("0a")));

    assertThat(heard)
        .containsExactly(
            new Verdict.Pass(
                new LinkInfo(
                    OptionalLong.of(5),
                    OptionalLong.of(7),
                    OptionalLong.of(6),
                    OptionalLong.empty(),
                    OptionalDouble.of(0.5),
                    Bytes.fromHex("0a"))));
  }

  @Test
  void startsWithWhatItsTestsKnowAlready() {
    Monitor known = (subject, onChange) -> fixed(failed(ReasonCode.UNREACHABLE));
    OngoingTest test = start(Battery.allOf(first, known));

    assertThat(test.verdict()).isEqualTo(failed(ReasonCode.UNREACHABLE));
    assertThat(heard).isEmpty();
  }

  @Test
  void canBePartOfAnother() {
    start(Battery.allOf(first, Battery.atLeast(1, second, third)));
    pass(first);
    fail(second, ReasonCode.TOO_SLOW);
    fail(third, ReasonCode.FLOODING);
    pass(second);

    assertThat(heard).containsExactly(failed(ReasonCode.FLOODING), PASS);
  }

  @Test
  void endsAllTestsWhenItIsClosed() {
    OngoingTest test = start(Battery.allOf(first, second));
    test.close();
    test.close();
    pass(first, second);

    assertThat(heard).isEmpty();
    assertThat(first.counters().tested()).isZero();
    assertThat(second.counters().tested()).isZero();
  }

  @Test
  void countsItsDecisionsByReason() {
    Battery battery = Battery.allOf(first, second);
    OngoingTest test = start(battery);
    fail(first, ReasonCode.TOO_SLOW);
    pass(first, second);
    fail(second, ReasonCode.FLOODING);
    fail(first, ReasonCode.TOO_SLOW);
    assertThat(battery.counters())
        .isEqualTo(
            new BatteryCounters(1, 1, Map.of(ReasonCode.TOO_SLOW, 1L, ReasonCode.FLOODING, 1L)));

    test.close();
    assertThat(battery.counters().tested()).isZero();
  }

  @Test
  void boundsItsTests() {
    Monitor[] tooMany = Collections.nCopies(Battery.MAX_TESTS + 1, first).toArray(Monitor[]::new);
    assertThatIllegalArgumentException().isThrownBy(() -> Battery.allOf(tooMany));
    assertThatIllegalArgumentException().isThrownBy(Battery::allOf);
    assertThatIllegalArgumentException().isThrownBy(() -> Battery.atLeast(0, first));
    assertThatIllegalArgumentException().isThrownBy(() -> Battery.atLeast(3, first, second));
  }

  @Test
  void saysWhatCountingItsTestsWould() {
    Seeds.forEach(
        200,
        20_000,
        seed -> {
          Random random = new Random(seed);
          int count = 1 + random.nextInt(6);
          int needed = 1 + random.nextInt(count);
          List<ObservingMonitor<Finding>> monitors =
              Stream.generate(BatteryMonitorTest::direct).limit(count).toList();
          List<Verdict> told = new ArrayList<>();
          OngoingTest test =
              Battery.atLeast(needed, monitors.toArray(Monitor[]::new))
                  .start(subject(1), told::add);
          List<Verdict> said = new ArrayList<>(Collections.nCopies(count, PENDING));
          for (int i = 0; i < 60; i++) {
            int which = random.nextInt(count);
            boolean passes = random.nextBoolean();
            if (passes) {
              pass(monitors.get(which));
            } else {
              fail(monitors.get(which), ReasonCode.TOO_SLOW);
            }
            said.set(which, passes ? PASS : failed(ReasonCode.TOO_SLOW));
            assertThat(test.verdict()).isEqualTo(expected(said, needed));
            if (!told.isEmpty()) {
              assertThat(told.getLast()).isEqualTo(test.verdict());
            }
          }
          for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i)).isNotEqualTo(told.get(i - 1));
          }
        });
  }

  private static Verdict expected(List<Verdict> said, int needed) {
    if (Collections.frequency(said, PASS) >= needed) {
      return PASS;
    }
    boolean canPass =
        said.size() - Collections.frequency(said, failed(ReasonCode.TOO_SLOW)) >= needed;
    return canPass ? PENDING : failed(ReasonCode.TOO_SLOW);
  }

  private OngoingTest start(Monitor battery) {
    return battery.start(subject(1), heard::add);
  }

  /** A monitor whose verdict is what it is told last. */
  private static ObservingMonitor<Finding> direct() {
    return ObservingMonitor.ofEach(Steadiness.inARow(1, 1), finding -> finding);
  }

  @SafeVarargs
  private static void pass(ObservingMonitor<Finding>... monitors) {
    for (ObservingMonitor<Finding> monitor : monitors) {
      measure(monitor, LinkInfo.NONE);
    }
  }

  private static void measure(ObservingMonitor<Finding> monitor, LinkInfo info) {
    monitor.observe(node(1), new Finding.Good(info), 0);
  }

  private static void fail(ObservingMonitor<Finding> monitor, ReasonCode code) {
    monitor.observe(node(1), Finding.bad(code, ""), 0);
  }

  private static Verdict failed(ReasonCode code) {
    return new Verdict.Fail(Reason.of(code));
  }

  private static OngoingTest fixed(Verdict verdict) {
    return new OngoingTest() {
      @Override
      public Verdict verdict() {
        return verdict;
      }

      @Override
      public void close() {}
    };
  }
}
