package org.lagroups.core.monitor;

import java.util.function.Consumer;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;

/** The test of one node by {@link HeartbeatMonitor}. */
final class HeartbeatTest implements OngoingTest, HeartbeatListener {

  private static final Verdict FAIL = new Verdict.Fail(Reason.of(ReasonCode.UNREACHABLE));

  private final Consumer<Verdict> onChange;
  private final Watch watch;
  private LinkInfo told = LinkInfo.NONE;
  private long samplesSinceTold;
  private Verdict verdict;

  HeartbeatTest(HeartbeatMachine heartbeats, Subject subject, Consumer<Verdict> onChange) {
    this.onChange = onChange;
    long interval = subject.settings().validityMillis() / HeartbeatMonitor.BEATS_PER_VALIDITY;
    this.watch = heartbeats.watch(subject.node(), interval, this);
    this.verdict = verdictFor(watch.liveness());
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void close() {
    watch.close();
  }

  @Override
  public void onLiveness(Liveness liveness) {
    verdict = verdictFor(liveness);
    onChange.accept(verdict);
  }

  @Override
  public void onRoundTrip(RoundTrip roundTrip) {
    samplesSinceTold++;
    if (watch.liveness() == Liveness.UP
        && samplesSinceTold >= HeartbeatMonitor.SAMPLES_BETWEEN_PASSES
        && LargeChange.isBetween(told, roundTrip)) {
      verdict = verdictFor(Liveness.UP);
      onChange.accept(verdict);
    }
  }

  private Verdict verdictFor(Liveness liveness) {
    return switch (liveness) {
      case UNKNOWN -> new Verdict.Pending();
      case UP -> pass();
      case DOWN -> FAIL;
    };
  }

  private Verdict pass() {
    samplesSinceTold = 0;
    told = watch.roundTrip().map(HeartbeatTest::infoOf).orElse(LinkInfo.NONE);
    return new Verdict.Pass(told);
  }

  private static LinkInfo infoOf(RoundTrip roundTrip) {
    return LinkInfo.ofRoundTrip(roundTrip.smoothedMicros());
  }
}
