package org.lagroups.scenarios.netlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.netlab.probe.Goodput;
import org.lagroups.scenarios.netlab.probe.Probe;
import org.lagroups.scenarios.netlab.probe.Probe.Carrier;

final class LaboratoryTest {

  /** What a full packet brings of what it takes on the cable. */
  private static final double PAYLOAD = 1_448.0 / 1_514;

  private static final double TOLERANCE = .05;
  private static final int MOST_TRIES = 5;
  private static final long WARM_UP_MILLIS = 400;
  private static final long MILLIS = 800;

  private static @Nullable Laboratory made;
  private static final Map<String, Probe> PROBES = new LinkedHashMap<>();

  @BeforeAll
  static void build() throws InterruptedException {
    Laboratories.assumePossible();
    made = Laboratory.make("test", Stream.of("a", "b", "c").map(HostPlan::of).toList());
    for (LabHost host : made.hosts()) {
      PROBES.put(host.name(), Probe.start(host));
    }
    for (Probe probe : PROBES.values()) {
      probe.awaitStarted();
    }
  }

  @AfterEach
  void liftAllLimits() throws InterruptedException {
    laboratory().loseNothing();
    for (LabHost host : laboratory().hosts()) {
      host.uplink(Optional.empty());
      host.downlink(Optional.empty());
    }
  }

  @AfterAll
  static void remove() {
    PROBES.values().forEach(Probe::close);
    if (made != null) {
      made.close();
    }
  }

  @Test
  void streamsShareAnUplinkWhichMayFallToATenth() throws InterruptedException {
    host("a").uplink(Optional.of(Rate.ofMbit(20)));
    assertGoodput(20, "ab");
    assertGoodput(20, "ab", "ac");

    host("a").uplink(Optional.of(Rate.ofMbit(2)));
    assertGoodput(2, "ab");
  }

  @Test
  void streamsShareADownlink() throws InterruptedException {
    host("c").downlink(Optional.of(Rate.ofMbit(20)));
    assertGoodput(20, "ac", "bc");
    assertThat(mbit("ab")).isGreaterThan(100);
  }

  @Test
  void losesItsShareOfPacketsOneWay() throws InterruptedException {
    int sent = 600;
    laboratory().lose(host("a"), host("b"), .3);
    assertThat(probe("a").echoes(probe("b"), sent)).isBetween(370L, 470L);
    assertThat(probe("a").echoes(probe("c"), sent)).isEqualTo(sent);

    laboratory().lose(host("a"), host("b"), 1);
    assertThat(probe("a").echoes(probe("b"), 10)).isZero();
    assertThat(probe("b").echoes(probe("c"), 10)).isEqualTo(10);
  }

  @Test
  void delaysPacketsOfEachPairByItsTime() throws InterruptedException {
    laboratory().delay(host("a"), host("b"), 15_000);
    laboratory().delay(host("b"), host("a"), 5_000);
    laboratory().delay(host("a"), host("c"), 10_000);
    for (Carrier carrier : Carrier.values()) {
      assertThat(probe("a").roundTripMicros(probe("b"), carrier, 9)).isBetween(20_000L, 29_000L);
      assertThat(probe("b").roundTripMicros(probe("a"), carrier, 9)).isBetween(20_000L, 29_000L);
      assertThat(probe("c").roundTripMicros(probe("a"), carrier, 9)).isBetween(10_000L, 19_000L);
      assertThat(probe("b").roundTripMicros(probe("c"), carrier, 9)).isLessThan(9_000);
    }
    assertThat(mbit("ab")).isGreaterThan(20);

    laboratory().delay(host("a"), host("b"), 0);
    laboratory().delay(host("b"), host("a"), 0);
    laboratory().delay(host("a"), host("c"), 0);
    assertThat(probe("a").roundTripMicros(probe("b"), Carrier.UDP, 9)).isLessThan(9_000);
  }

  @Test
  void countsWhatEachHostSendsAndReceives() throws InterruptedException {
    int datagrams = 500;
    long least = 43L * datagrams;
    Traffic a = host("a").traffic();
    Traffic b = host("b").traffic();
    Traffic c = host("c").traffic();
    probe("a").echoes(probe("b"), datagrams);
    assertThat(host("a").traffic().since(a).sentBytes()).isCloseTo(least, within(least / 10));
    assertThat(host("a").traffic().since(a).receivedBytes()).isCloseTo(least, within(least / 10));
    assertThat(host("b").traffic().since(b).receivedBytes()).isCloseTo(least, within(least / 10));
    assertThat(host("c").traffic().since(c).receivedBytes()).isLessThan(least / 10);
  }

  /** A machine that is busy with something else may spoil a measurement, but not each. */
  private static void assertGoodput(double rateMbit, String... streams)
      throws InterruptedException {
    double expected = rateMbit * PAYLOAD;
    double measured = mbit(streams);
    for (int i = 1; i < MOST_TRIES && Math.abs(measured / expected - 1) > TOLERANCE; i++) {
      measured = mbit(streams);
    }
    assertThat(measured).isCloseTo(expected, within(TOLERANCE * expected));
  }

  /** Of streams that run at the same time, each written as its two ends: all together. */
  private static double mbit(String... streams) throws InterruptedException {
    List<Goodput.Stream> all =
        Arrays.stream(streams)
            .map(ends -> new Goodput.Stream(probe(ends.substring(0, 1)), probe(ends.substring(1))))
            .toList();
    List<Double> each = Goodput.mbit(all, WARM_UP_MILLIS, MILLIS);
    assertThat(each).allMatch(mbit -> mbit > 0);
    return each.stream().mapToDouble(mbit -> mbit).sum();
  }

  private static Laboratory laboratory() {
    if (made == null) {
      throw new IllegalStateException("there is no laboratory");
    }
    return made;
  }

  private static LabHost host(String name) {
    return laboratory().host(name);
  }

  private static Probe probe(String name) {
    Probe probe = PROBES.get(name);
    if (probe == null) {
      throw new IllegalStateException("no probe at " + name);
    }
    return probe;
  }
}
