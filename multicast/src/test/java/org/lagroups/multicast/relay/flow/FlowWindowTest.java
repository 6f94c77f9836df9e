package org.lagroups.multicast.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowWindowTest {

  private static final long MILLI = 1_000_000;
  private static final int CHUNK = 10_000;

  /** A way that takes 50 ms when it is empty and lets a chunk in every millisecond. */
  private static long after(FlowWindow window, long nowNanos, int rounds, long chunkNanos) {
    long now = nowNanos;
    for (int round = 0; round < rounds; round++) {
      long chunks = Math.max(1, window.bytes() / CHUNK);
      long took = Math.max(50 * MILLI + chunkNanos, chunks * chunkNanos);
      now += took;
      for (int i = 0; i < chunks; i++) {
        window.arrived(now, CHUNK, took, true);
      }
    }
    return now;
  }

  @Test
  void growsUntilAsMuchWaitsAsItShould() {
    FlowWindow window = new FlowWindow(2 * CHUNK, 100 * MILLI, 1);
    after(window, 0, 50, MILLI);
    assertThat(window.targetNanos()).isBetween(150 * MILLI, 155 * MILLI);
    assertThat(window.bytes()).isBetween(140L * CHUNK, 160L * CHUNK);
    assertThat(window.isFilling()).isTrue();
  }

  @Test
  void shrinksWhenTheWayGetsSlower() {
    FlowWindow window = new FlowWindow(2 * CHUNK, 100 * MILLI, 1);
    long now = after(window, 0, 50, MILLI);
    after(window, now, 50, 10 * MILLI);
    assertThat(window.bytes()).isBetween(13L * CHUNK, 18L * CHUNK);
  }

  @Test
  void leavesTheWayToOthersWhenItAimsAtNoWaiting() {
    FlowWindow window = new FlowWindow(2 * CHUNK, 100 * MILLI, 0);
    long now = after(window, 0, 50, MILLI);
    window.aimAt(0);
    now = after(window, now, 50, 2 * MILLI);
    assertThat(window.bytes()).isLessThanOrEqualTo(30L * CHUNK);
    window.aimAt(100 * MILLI);
    after(window, now, 50, MILLI);
    assertThat(window.bytes()).isGreaterThan(100L * CHUNK);
  }

  @Test
  void doesNotGrowWhileItHoldsNothingBack() {
    FlowWindow window = new FlowWindow(2 * CHUNK, 100 * MILLI, 1);
    for (int i = 1; i < 1_000; i++) {
      window.arrived(i * MILLI, CHUNK, 50 * MILLI, false);
    }
    assertThat(window.bytes()).isEqualTo(2 * CHUNK);
    assertThat(window.isFilling()).isFalse();
  }

  @Test
  void staysWithinItsBounds() {
    FlowWindow window = new FlowWindow(2 * CHUNK, 100 * MILLI, 1);
    for (int i = 1; i < 10_000; i++) {
      window.arrived(i * MILLI, CHUNK, 1, true);
    }
    assertThat(window.bytes()).isEqualTo(FlowWindow.MAX_BYTES);
    for (int i = 1; i < 10_000; i++) {
      window.arrived(10_000 * MILLI + i, CHUNK, 10_000 * MILLI, true);
    }
    assertThat(window.bytes()).isEqualTo(2 * CHUNK);
  }

  @Test
  void forgetsHowFastAnEmptyWayOnceWas() {
    FlowWindow window = new FlowWindow(2 * CHUNK, 100 * MILLI, 1);
    window.arrived(0, CHUNK, 10 * MILLI, true);
    for (long second = 1; second < 130; second++) {
      window.arrived(second * 1_000 * MILLI, CHUNK, 300 * MILLI, true);
    }
    assertThat(window.targetNanos()).isEqualTo(600 * MILLI);
  }
}
