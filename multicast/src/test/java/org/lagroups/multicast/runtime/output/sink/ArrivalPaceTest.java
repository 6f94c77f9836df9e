package org.lagroups.multicast.runtime.output.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In virtual time: payloads arrive, datagrams leave when they are due. */
class ArrivalPaceTest {

  private static final int DATAGRAM = 1_316;
  private static final long MILLI = 1_000_000;

  private final ArrivalPace pace = new ArrivalPace();
  private long nanos = 5_000_000_000L;

  @Test
  void spreadsALargePayloadOverTheTimeUntilTheNext() {
    List<Long> departures = run(24, 25 * MILLI, 200);
    List<Long> gaps = gaps(departures.subList(departures.size() / 2, departures.size()));
    long even = 25 * MILLI / 24;
    assertThat(gaps).allMatch(gap -> gap < 3 * even);
    assertThat(gaps.stream().filter(gap -> gap < even / 2).count())
        .as("bursts")
        .isLessThan(gaps.size() / 100);
  }

  @Test
  void keepsNothingForLong() {
    long worst = 0;
    for (int payload = 0; payload < 100; payload++) {
      long arrival = nanos;
      pace.arrived(20 * DATAGRAM, arrival);
      long now = arrival;
      for (int left = 20; left > 0; left--) {
        now = pace.next(DATAGRAM, (long) left * DATAGRAM, now);
      }
      worst = Math.max(worst, now - arrival);
      nanos = Math.max(now, arrival + 20 * MILLI);
    }
    assertThat(worst).isLessThanOrEqualTo(ArrivalPace.LATEST_NANOS + MILLI);
  }

  @Test
  void sendsTheFirstAtOnce() {
    pace.arrived(DATAGRAM, nanos);
    assertThat(pace.next(DATAGRAM, DATAGRAM, nanos)).isEqualTo(nanos);
  }

  @Test
  void makesUpForAThreadThatWokeLateButNotByABurst() {
    run(24, 25 * MILLI, 100);
    nanos += 500 * MILLI;
    pace.arrived(100 * DATAGRAM, nanos);
    long begin = nanos;
    long now = nanos;
    int atOnce = 0;
    for (int left = 100; left > 0; left--) {
      now = pace.next(DATAGRAM, (long) left * DATAGRAM, now);
      atOnce += now == begin ? 1 : 0;
    }
    assertThat(atOnce).isLessThan(5);
  }

  /** A payload of so many datagrams each period; when each datagram left. */
  private List<Long> run(int datagrams, long period, int payloads) {
    List<Long> departures = new ArrayList<>();
    long now = nanos;
    int waiting = 0;
    long nextArrival = nanos;
    int arrived = 0;
    while (departures.size() < datagrams * payloads) {
      if (waiting == 0) {
        now = Math.max(now, nextArrival);
      }
      while (arrived < payloads && nextArrival <= now) {
        pace.arrived(datagrams * DATAGRAM, nextArrival);
        waiting += datagrams;
        arrived++;
        nextArrival += period;
      }
      now = pace.next(DATAGRAM, (long) waiting * DATAGRAM, now);
      departures.add(now);
      waiting--;
    }
    nanos = now;
    return departures;
  }

  private static List<Long> gaps(List<Long> times) {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(times.get(i) - times.get(i - 1));
    }
    return gaps;
  }
}
