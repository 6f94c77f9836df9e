package org.lagroups.multicast.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class UplinkTest {

  private static final int CHUNK = 1_000;
  private static final long TICK = 25_000_000;
  private static final double CAP = 100_000;

  private final Uplink uplink = new Uplink();
  private long now;

  @Test
  void sendsNoMoreThanTheCapHoweverOftenItIsAsked() {
    uplink.cap(CAP);
    Greedy one = new Greedy(Long.MAX_VALUE);
    run(4_000, 10, one);
    assertThat(one.sent).isBetween((long) (0.98 * 10 * CAP), (long) (1.02 * 10 * CAP));
  }

  @Test
  void givesTheSameToAllWhoHaveEnough() {
    uplink.cap(CAP);
    Greedy one = new Greedy(Long.MAX_VALUE);
    Greedy other = new Greedy(Long.MAX_VALUE);
    run(400, 10, one, other);
    assertThat((double) one.sent).isBetween(0.48 * 10 * CAP, 0.52 * 10 * CAP);
    assertThat((double) other.sent).isBetween(0.48 * 10 * CAP, 0.52 * 10 * CAP);
    assertThat(one.share.allotment(now).orElseThrow()).isBetween(0.5 * CAP, 0.6 * CAP);
  }

  @Test
  void givesTheOthersWhatOneDoesNotUse() {
    uplink.cap(CAP);
    Greedy frugal = new Greedy((long) (0.1 * CAP));
    Greedy greedy = new Greedy(Long.MAX_VALUE);
    run(400, 10, frugal, greedy);
    assertThat((double) frugal.sent).isGreaterThan(0.095 * 10 * CAP);
    assertThat((double) greedy.sent).isBetween(0.87 * 10 * CAP, 0.92 * 10 * CAP);
    assertThat(greedy.share.allotment(now).orElseThrow()).isBetween(0.85 * CAP, 0.95 * CAP);
    assertThat(frugal.share.allotment(now).orElseThrow()).isGreaterThanOrEqualTo(0.5 * CAP);
  }

  @Test
  void whoWasIdleHasSavedNothingUp() {
    uplink.cap(CAP);
    Greedy late = new Greedy(0);
    Greedy early = new Greedy(Long.MAX_VALUE);
    run(400, 10, late, early);
    late.perSecond = Long.MAX_VALUE;
    early.sent = 0;
    run(40, 1, late, early);
    assertThat((double) early.sent).isGreaterThan(0.45 * CAP);
  }

  @Test
  void whoHasSentNothingLatelyOrHasLeftDoesNotCount() {
    uplink.cap(CAP);
    Greedy one = new Greedy(Long.MAX_VALUE);
    Greedy other = new Greedy(Long.MAX_VALUE);
    run(400, 10, one, other);
    other.perSecond = 0;
    run(120, 3, one);
    assertThat(one.share.allotment(now).orElseThrow()).isEqualTo(CAP);
    other.share.close();
    other.perSecond = Long.MAX_VALUE;
    long before = other.sent;
    run(40, 1, one);
    assertThat(other.sent).isEqualTo(before);
  }

  @Test
  void asksForMoreInTheMiddleOfSendingWithoutEnd() {
    uplink.cap(CAP);
    Greedy one = new Greedy(Long.MAX_VALUE);
    one.asksAgain = true;
    run(400, 10, one);
    assertThat((double) one.sent).isBetween(0.98 * 10 * CAP, 1.02 * 10 * CAP);
  }

  @Test
  void hasNoCapUnlessThereIsOne() {
    Greedy one = new Greedy(Long.MAX_VALUE);
    assertThat(uplink.cap()).isEmpty();
    assertThat(one.share.isCapped()).isFalse();
    assertThat(one.share.allotment(0)).isEmpty();
    uplink.cap(CAP);
    assertThat(uplink.cap()).hasValue(CAP);
    assertThat(one.share.allotment(0)).hasValue(CAP);
    uplink.cap(Double.POSITIVE_INFINITY);
    assertThat(uplink.cap()).isEmpty();
    for (double none : List.of(0.0, -1.0, Double.NaN)) {
      assertThatThrownBy(() -> uplink.cap(none)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void run(int times, long seconds, Greedy... all) {
    long step = seconds * 1_000_000_000 / times;
    for (int i = 0; i < times; i++) {
      now += step;
      for (Greedy one : all) {
        one.begin();
        one.share.pump(now);
      }
    }
    assertThat(step).isLessThanOrEqualTo(TICK);
  }

  /** Has something to send up to a rate. */
  private final class Greedy {

    private final Uplink.Share share = uplink.share(this::next, 0);
    private long perSecond;
    private long sent;
    private long sinceNanos = -1;
    private long sentSince;
    private boolean asksAgain;

    Greedy(long perSecond) {
      this.perSecond = perSecond;
    }

    void begin() {
      if (sinceNanos < 0) {
        sinceNanos = now;
      }
    }

    private int next(long nowNanos) {
      if (asksAgain) {
        share.pump(nowNanos);
      }
      boolean isOver =
          perSecond != Long.MAX_VALUE && sentSince >= perSecond * ((nowNanos - sinceNanos) / 1e9);
      if (isOver) {
        return 0;
      }
      sent += CHUNK;
      sentSince += CHUNK;
      share.sent(nowNanos, CHUNK);
      return CHUNK;
    }
  }
}
