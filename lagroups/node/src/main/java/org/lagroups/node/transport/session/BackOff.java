package org.lagroups.node.transport.session;

import java.util.random.RandomGenerator;
import org.lagroups.node.transport.TransportTiming;

/**
 * Pauses between rounds of dialling: they double with each failure, and each is drawn from the
 * upper half of its range, so that nodes cut off together do not come back together.
 */
final class BackOff {

  private final TransportTiming timing;
  private final RandomGenerator random;
  private int failures;

  BackOff(TransportTiming timing, RandomGenerator random) {
    this.timing = timing;
    this.random = random;
  }

  void reset() {
    failures = 0;
  }

  /** The next pause, longer than the one before. */
  long nextMillis() {
    long ceiling = timing.minBackOffMillis();
    for (int i = 0; i < failures && ceiling < timing.maxBackOffMillis(); i++) {
      ceiling *= 2;
    }
    ceiling = Math.min(ceiling, timing.maxBackOffMillis());
    failures++;
    return random.nextLong(ceiling - ceiling / 2, ceiling + 1);
  }
}
