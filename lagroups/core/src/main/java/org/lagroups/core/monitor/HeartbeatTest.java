package org.lagroups.core.monitor;

import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;

/** The test of one node by {@link HeartbeatMonitor}. */
final class HeartbeatTest implements OngoingTest, HeartbeatListener {

  private static final Verdict FAIL = new Verdict.Fail(Reason.of(ReasonCode.UNREACHABLE));

  private final Consumer<Verdict> onChange;
  private final Watch watch;
  private long toldMicros;
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
        && differs(roundTrip.smoothedMicros())) {
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
    Optional<RoundTrip> roundTrip = watch.roundTrip();
    samplesSinceTold = 0;
    toldMicros = roundTrip.map(RoundTrip::smoothedMicros).orElse(0L);
    return new Verdict.Pass(
        roundTrip.map(known -> LinkInfo.ofRoundTrip(known.smoothedMicros())).orElse(LinkInfo.NONE));
  }

  private boolean differs(long micros) {
    return Math.abs(micros - toldMicros) > HeartbeatMonitor.SMALL_DIFFERENCE_MICROS
        && (micros > toldMicros * HeartbeatMonitor.LARGE_CHANGE
            || micros * HeartbeatMonitor.LARGE_CHANGE < toldMicros);
  }
}
