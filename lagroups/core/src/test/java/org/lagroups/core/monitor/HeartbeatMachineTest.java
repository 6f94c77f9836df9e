package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lagroups.core.monitor.WatchingPair.INTERVAL;
import static org.lagroups.core.monitor.WatchingPair.ROUND_TRIP;
import static org.lagroups.core.monitor.WatchingPair.isDown;
import static org.lagroups.core.monitor.WatchingPair.isUp;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** Two nodes that watch each other, and are well. */
final class HeartbeatMachineTest {

  private final WatchingPair pair = new WatchingPair();
  private final Simulation sim = pair.sim;
  private final SimNode<WatchingNode> a = pair.a;
  private final SimNode<WatchingNode> b = pair.b;

  @Test
  void comesUpTwoRoundTripsAfterTheLink() {
    pair.watchEachOther();
    sim.runUntil("linked", Duration.ofSeconds(1), () -> a.isLinked(b));

    Duration took = sim.runUntil("up", Duration.ofSeconds(1), () -> isUp(a));

    assertThat(took).isLessThanOrEqualTo(ROUND_TRIP.multipliedBy(2).plusMillis(2));
  }

  @Test
  void measuresTheRoundTripWithoutTheTimeThatTheEchoWaited() {
    pair.bringUp();
    sim.runFor(Duration.ofMinutes(5));

    assertThat(a.app().roundTrip().smoothedMicros())
        .isBetween(ROUND_TRIP.toNanos() / 1_000, ROUND_TRIP.toNanos() / 1_000 + 100);
    assertThat(a.app().roundTrip().variationMicros()).isLessThan(200);
    assertThat(a.app().roundTrip().samples()).isGreaterThan(55);
  }

  @Test
  void followsARoundTripTimeThatChanges() {
    pair.bringUp();
    sim.network().latencyMillis(100);
    sim.runFor(Duration.ofMinutes(3));

    assertThat(a.app().roundTrip().smoothedMicros()).isBetween(198_000L, 202_000L);
  }

  @Test
  void sendsOneBeatPerIntervalWhenAllIsWell() {
    pair.bringUp();
    long before = a.app().heartbeats.counters().sent();
    sim.runFor(INTERVAL.multipliedBy(200));

    assertThat(a.app().heartbeats.counters().sent() - before).isBetween(196L, 206L);
  }

  @Test
  void oneOfTheTwoAsksAndTheOtherAnswers() {
    pair.bringUp();
    sim.runFor(INTERVAL.multipliedBy(3));
    int[] asked = new int[2];
    sim.network()
        .interceptAll((envelope, wire) -> {
          BeatCodec.decode(envelope.message())
              .filter(Beat::wantsReply)
              .ifPresent(beat -> asked[envelope.from().equals(a.id()) ? 0 : 1]++);
          wire.send(envelope);
        });
    sim.runFor(INTERVAL.multipliedBy(100));

    assertThat(Math.min(asked[0], asked[1])).isZero();
    assertThat(Math.max(asked[0], asked[1])).isBetween(98, 103);
  }

  @Test
  void takesOverTheAskingWhenTheOtherStops() {
    pair.bringUp();
    sim.runFor(INTERVAL.multipliedBy(3));
    sim.network().cutBoth(a, b);
    sim.runFor(INTERVAL.multipliedBy(9).dividedBy(10));
    sim.network().heal();
    sim.runFor(INTERVAL.multipliedBy(20));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
    assertThat(b.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void testsAPeerThatDoesNotWatchBack() {
    a.keepLink(b);
    a.app().watch(b.id(), INTERVAL);
    sim.runFor(Duration.ofMinutes(10));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void worksWithTheIntervalThatEachSideWants() {
    a.keepLink(b);
    a.app().watch(b.id(), INTERVAL);
    b.app().watch(a.id(), INTERVAL.multipliedBy(12));
    sim.runFor(Duration.ofMinutes(30));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
    assertThat(b.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void takesTheShortestOfSeveralIntervals() {
    pair.bringUp();
    Watch shorter = a.app().heartbeats.watch(b.id(), INTERVAL.toMillis() / 10, liveness -> {});
    assertThat(shorter.liveness()).isEqualTo(Liveness.UP);
    long before = a.app().heartbeats.counters().sent();
    sim.runFor(INTERVAL.multipliedBy(10));
    long quick = a.app().heartbeats.counters().sent();
    shorter.close();
    sim.runFor(INTERVAL.multipliedBy(10));
    long slow = a.app().heartbeats.counters().sent();

    assertThat(quick - before).isGreaterThan(90);
    assertThat(slow - quick).isLessThan(25);
  }

  @Test
  void isSilentTowardsAPeerThatNobodyWatches() {
    Watch watch = a.app().watch(b.id(), INTERVAL);
    a.keepLink(b);
    sim.runUntil("up", Duration.ofSeconds(3), () -> isUp(a));
    watch.close();
    watch.close();
    long before = a.traffic().sentMessages(HeartbeatMachine.PROTOCOL.number());
    sim.runFor(Duration.ofMinutes(10));

    assertThat(a.traffic().sentMessages(HeartbeatMachine.PROTOCOL.number())).isEqualTo(before);
    assertThat(a.app().heartbeats.counters().watched()).isZero();
  }

  @Test
  void knowsARestartedPeerByItsNewEchoes() {
    pair.bringUp();
    b.restart();
    sim.runUntil("linked", Duration.ofSeconds(10), () -> a.isLinked(b));
    b.app().watch(a.id(), INTERVAL);
    sim.runUntil("up", INTERVAL, () -> isUp(b));
    sim.runFor(INTERVAL.multipliedBy(3));

    assertThat(isUp(a)).isTrue();
  }

  @Test
  void copesWithRoundTripsLongerThanTheIntervalOfProbes() {
    sim.network().latencyMillis(300);
    Duration interval = Duration.ofMillis(833);
    a.keepLink(b);
    a.app().watch(b.id(), interval);
    b.app().watch(a.id(), interval);
    sim.runFor(Duration.ofMinutes(30));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
    b.kill();
    sim.runUntil("down", interval.multipliedBy(9), () -> isDown(a));
  }

  @Test
  void refusesToWatchItselfOrTooOften() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> a.app().heartbeats.watch(a.id(), 5_000, liveness -> {}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> a.app().heartbeats.watch(b.id(), 19, liveness -> {}));
  }
}
