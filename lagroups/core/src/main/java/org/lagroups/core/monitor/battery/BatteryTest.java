package org.lagroups.core.monitor.battery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;

/** The test of one node by a {@link Battery}. */
final class BatteryTest implements OngoingTest {

  private static final Verdict PENDING = new Verdict.Pending();

  private final int needed;
  private final Consumer<Verdict> onChange;
  private final BatteryTally tally;
  private final List<OngoingTest> tests = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();

  /** The tests that fail, in the order in which they began to. */
  private final Map<Integer, Verdict> failing = new LinkedHashMap<>();

  private Verdict verdict = PENDING;
  private Verdict lastDecided = PENDING;
  private boolean closed;

  BatteryTest(int needed, Consumer<Verdict> onChange, BatteryTally tally) {
    this.needed = needed;
    this.onChange = onChange;
    this.tally = tally;
  }

  /** Begins all tests; once, before anything else. */
  void begin(Subject subject, List<Monitor> monitors) {
    tally.begun();
    for (int i = 0; i < monitors.size(); i++) {
      int index = i;
      verdicts.add(PENDING);
      tests.add(monitors.get(i).start(subject, verdict -> onVerdict(index, verdict)));
      note(index, tests.get(index).verdict());
    }
    decide();
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      tests.forEach(OngoingTest::close);
      tally.ended();
    }
  }

  private void onVerdict(int index, Verdict said) {
    if (!closed) {
      note(index, said);
      if (decide()) {
        onChange.accept(verdict);
      }
    }
  }

  private void note(int index, Verdict said) {
    verdicts.set(index, said);
    if (said instanceof Verdict.Fail) {
      failing.put(index, said);
    } else {
      failing.remove(index);
    }
  }

  /** Whether what it says is now another. */
  private boolean decide() {
    Verdict before = verdict;
    verdict = conclusion();
    if (!(verdict instanceof Verdict.Pending)) {
      if (!verdict.getClass().equals(lastDecided.getClass())) {
        tally.changedTo(verdict);
      }
      lastDecided = verdict;
    }
    return !verdict.equals(before);
  }

  private Verdict conclusion() {
    List<LinkInfo> passed = new ArrayList<>();
    for (Verdict said : verdicts) {
      if (said instanceof Verdict.Pass pass) {
        passed.add(pass.info());
      }
    }
    if (passed.size() >= needed) {
      return new Verdict.Pass(FirstKnown.of(passed));
    }
    int affordable = verdicts.size() - needed;
    return failing.values().stream().skip(affordable).findFirst().orElse(PENDING);
  }
}
