package org.lagroups.core.monitor.observe;

import java.util.function.Consumer;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.monitor.LargeChange;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;

/** The test of one node in one group by an {@link ObservingMonitor}. */
final class ObservedTest<O> implements OngoingTest {

  private final Subject subject;
  private final Examiner<O> examiner;
  private final Hysteresis hysteresis;
  private final Tally tally;
  private final Consumer<Verdict> onChange;
  private final Consumer<ObservedTest<O>> onClose;
  private Verdict verdict = new Verdict.Pending();
  private int findingsSinceTold;
  private boolean closed;

  ObservedTest(
      Subject subject,
      Examiner<O> examiner,
      Steadiness steadiness,
      Tally tally,
      Consumer<Verdict> onChange,
      Consumer<ObservedTest<O>> onClose) {
    this.subject = subject;
    this.examiner = examiner;
    this.hysteresis = new Hysteresis(steadiness);
    this.tally = tally;
    this.onChange = onChange;
    this.onClose = onClose;
  }

  Subject subject() {
    return subject;
  }

  void observe(O observation, long nowNanos) {
    if (!closed) {
      examiner.examine(observation, nowNanos).ifPresent(this::take);
    }
  }

  void tick(long nowNanos) {
    if (!closed) {
      examiner.tick(nowNanos).ifPresent(this::take);
    }
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.accept(this);
    }
  }

  private void take(Finding finding) {
    tally.found(finding);
    findingsSinceTold++;
    boolean changed = hysteresis.add(finding instanceof Finding.Good);
    switch (finding) {
      case Finding.Good good -> {
        if (changed || isWorthRepeating(good.info())) {
          tell(new Verdict.Pass(good.info()), changed);
        }
      }
      case Finding.Bad bad -> {
        if (changed) {
          tell(new Verdict.Fail(bad.reason()), true);
        }
      }
    }
  }

  private boolean isWorthRepeating(LinkInfo info) {
    return verdict instanceof Verdict.Pass pass
        && findingsSinceTold >= ObservingMonitor.FINDINGS_BETWEEN_PASSES
        && LargeChange.isBetween(pass.info(), info);
  }

  private void tell(Verdict next, boolean isChange) {
    verdict = next;
    findingsSinceTold = 0;
    if (isChange) {
      tally.changedTo(next);
    }
    onChange.accept(next);
  }
}
