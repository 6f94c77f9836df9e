package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.net.LinkSettings;
import org.lagroups.simnet.seed.Seeds;

/** Two nodes that watch each other. */
final class HeartbeatMachineTest {

  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final double ONE_WAY_MILLIS = 20;
  private static final Duration ROUND_TRIP = Duration.ofMillis(40);

  private final Simulation sim =
      new Simulation(
          Seeds.one(),
          // Links that outlast every test, so that heartbeats find out first.
          LinkSettings.DEFAULT.withIdleTimeoutMillis(60_000, 3_600_000));
  private final SimNode<WatchingNode> a = sim.addNode("a", WatchingNode::new);
  private final SimNode<WatchingNode> b = sim.addNode("b", WatchingNode::new);

  HeartbeatMachineTest() {
    sim.network().conditions(Conditions.PERFECT);
    sim.network().latencyMillis(ONE_WAY_MILLIS);
  }

  @Test
  void comesUpTwoRoundTripsAfterTheLink() {
    watchEachOther();
    sim.runUntil("linked", Duration.ofSeconds(1), () -> a.isLinked(b));

    Duration took = sim.runUntil("up", Duration.ofSeconds(1), () -> isUp(a));

    assertThat(took).isLessThanOrEqualTo(ROUND_TRIP.multipliedBy(2).plusMillis(2));
  }

  @Test
  void measuresTheRoundTripWithoutTheTimeThatTheEchoWaited() {
    bringUp();
    sim.runFor(Duration.ofMinutes(5));

    assertThat(a.app().roundTrip().smoothedMicros())
        .isBetween(ROUND_TRIP.toNanos() / 1_000, ROUND_TRIP.toNanos() / 1_000 + 100);
    assertThat(a.app().roundTrip().variationMicros()).isLessThan(200);
    assertThat(a.app().roundTrip().samples()).isGreaterThan(55);
  }

  @Test
  void followsARoundTripTimeThatChanges() {
    bringUp();
    sim.network().latencyMillis(100);
    sim.runFor(Duration.ofMinutes(3));

    assertThat(a.app().roundTrip().smoothedMicros()).isBetween(198_000L, 202_000L);
  }

  @Test
  void sendsOneBeatPerIntervalWhenAllIsWell() {
    bringUp();
    long before = a.app().heartbeats.counters().sent();
    sim.runFor(INTERVAL.multipliedBy(200));

    assertThat(a.app().heartbeats.counters().sent() - before).isBetween(196L, 206L);
  }

  @Test
  void findsADeadPeerDownWithinLittleMoreThanTwoIntervals() {
    bringUp();
    sim.runFor(Duration.ofMinutes(1));
    b.kill();

    Duration took = sim.runUntil("down", INTERVAL.multipliedBy(3), () -> isDown(a));

    assertThat(took).isBetween(INTERVAL, INTERVAL.multipliedBy(23).dividedBy(10));
    assertThat(a.app().heard).containsExactly(Liveness.UP, Liveness.DOWN);
  }

  @Test
  void oneOfTheTwoAsksAndTheOtherAnswers() {
    bringUp();
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
    bringUp();
    sim.runFor(INTERVAL.multipliedBy(3));
    sim.network().cutBoth(a, b);
    sim.runFor(INTERVAL.multipliedBy(9).dividedBy(10));
    sim.network().heal();
    sim.runFor(INTERVAL.multipliedBy(20));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
    assertThat(b.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void findsADeadPeerDownWithinAThirdOfASecondOfDoubt() {
    bringUp();
    sim.runFor(Duration.ofMinutes(1));
    b.kill();
    a.app().heartbeats.onLinkInDoubt(b.id());

    Duration took = sim.runUntil("down", INTERVAL, () -> isDown(a));

    assertThat(took).isBetween(Duration.ofMillis(290), Duration.ofMillis(310));
    assertThat(a.app().heard).containsExactly(Liveness.UP, Liveness.DOWN);
  }

  @Test
  void waitsForAnswersOfADoubtfulPeerAsLongAsTheyTake() {
    sim.network().latencyMillis(150);
    bringUp();
    sim.runFor(Duration.ofMinutes(1));
    b.kill();
    a.app().heartbeats.onLinkInDoubt(b.id());

    Duration took = sim.runUntil("down", INTERVAL, () -> isDown(a));

    assertThat(took).isBetween(Duration.ofMillis(5 * 100 + 300), Duration.ofMillis(5 * 100 + 330));
  }

  @Test
  void measuresThePathToWhoWasBusyStartingSoonAfter() {
    sim.network().latencyMillis(150);
    bringUp();
    sim.network().latencyMillis(1);
    sim.runFor(INTERVAL.multipliedBy(9).dividedBy(10));
    b.kill();
    a.app().heartbeats.onLinkInDoubt(b.id());

    Duration took = sim.runUntil("down", INTERVAL, () -> isDown(a));

    assertThat(took).isLessThanOrEqualTo(Duration.ofMillis(610));
  }

  @Test
  void anAnswerEndsTheDoubt() {
    bringUp();
    sim.runFor(Duration.ofMinutes(1));
    long before = a.app().heartbeats.counters().sent();
    for (int i = 0; i < 50; i++) {
      a.app().heartbeats.onLinkInDoubt(b.id());
      sim.runFor(Duration.ofMillis(100));
    }
    sim.runFor(Duration.ofMinutes(1));

    assertThat(a.app().heartbeats.counters().sent() - before)
        .as("a probe each time, and the usual beats")
        .isBetween(50L, 70L);
    assertThat(a.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void anAnswerOnItsWayWhenThePeerEndsIsNoSignOfLife() {
    bringUp();
    sim.runFor(Duration.ofMinutes(5));
    long before = b.app().heartbeats.counters().sent();
    sim.runUntil(
        "an answer leaves",
        INTERVAL.multipliedBy(2),
        () -> b.app().heartbeats.counters().sent() > before);
    b.kill();
    a.app().heartbeats.onLinkInDoubt(b.id());

    Duration took = sim.runUntil("down", INTERVAL, () -> isDown(a));

    assertThat(took).isLessThan(Duration.ofMillis(310));
  }

  @Test
  void surviveThreeLostProbesInDoubt() {
    bringUp();
    sim.runFor(Duration.ofMinutes(1));
    sim.network().cutBoth(a, b);
    a.app().heartbeats.onLinkInDoubt(b.id());
    sim.runFor(Duration.ofMillis(160));
    sim.network().heal();
    sim.runFor(Duration.ofMinutes(1));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void doubtIsForgottenWhereItSaysNothing() {
    a.app().heartbeats.onLinkInDoubt(b.id());
    a.app().watch(b.id(), INTERVAL);
    a.app().heartbeats.onLinkInDoubt(b.id());
    a.keepLink(b);
    sim.runUntil("up", INTERVAL, () -> isUp(a));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void findsAPeerDownForBothWhenOneDirectionIsCut() {
    bringUp();
    sim.network().cut(a, b);

    sim.runUntil("down", INTERVAL.multipliedBy(7).dividedBy(2), () -> isDown(a) && isDown(b));
  }

  @Test
  void comesUpAgainWhenTheCutIsMended() {
    bringUp();
    sim.network().cut(a, b);
    sim.runUntil("down", INTERVAL.multipliedBy(7).dividedBy(2), () -> isDown(a) && isDown(b));
    sim.runFor(Duration.ofMinutes(10));
    sim.network().heal();

    sim.runUntil("up", INTERVAL.multipliedBy(3), () -> isUp(a) && isUp(b));
  }

  @Test
  void staysUpThroughFewerLossesThanProbes() {
    bringUp();
    sim.network().cutBoth(a, b);
    sim.runFor(INTERVAL);
    sim.network().heal();
    sim.runFor(Duration.ofMinutes(5));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
    assertThat(b.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void findsAPeerDownOneIntervalAfterItsLinkIsLost() {
    bringUp();
    b.stop();
    sim.runUntil("link lost", Duration.ofSeconds(1), () -> !a.isLinked(b));

    Duration took = sim.runUntil("down", INTERVAL.multipliedBy(2), () -> isDown(a));

    assertThat(took).isBetween(INTERVAL.minusMillis(1), INTERVAL.plusMillis(2));
  }

  @Test
  void staysUpWhenALostLinkComesBackSoon() {
    bringUp();
    b.stop();
    sim.runFor(Duration.ofSeconds(1));
    b.restart();
    sim.runFor(Duration.ofMinutes(1));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void findsAPeerDownThatIsNotLinkedWithinFourIntervals() {
    b.kill();
    a.keepLink(b);
    a.app().watch(b.id(), INTERVAL);

    Duration took = sim.runUntil("down", INTERVAL.multipliedBy(5), () -> isDown(a));

    Duration patience = INTERVAL.multipliedBy(PulseTiming.INTERVALS_TO_LINK);
    assertThat(took).isBetween(patience, patience.plusMillis(2));
  }

  @Test
  void saysNothingOfAPeerWhoseFirstLinkIsStillBeingDialled() {
    sim.network().isolate(b);
    a.keepLink(b);
    a.app().watch(b.id(), INTERVAL);
    sim.runFor(INTERVAL.multipliedBy(PulseTiming.INTERVALS_TO_LINK).minusSeconds(5));
    assertThat(a.app().liveness()).isEqualTo(Liveness.UNKNOWN);
    sim.network().heal();
    sim.network().reconnect(b);

    sim.runUntil("up", Duration.ofSeconds(15), () -> isUp(a));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void testsAPeerInFullHoweverLateItsFirstLinkIs() {
    sim.network().isolate(b);
    a.app().watch(b.id(), INTERVAL);
    sim.runFor(INTERVAL.multipliedBy(PulseTiming.INTERVALS_TO_LINK).minusSeconds(2));
    sim.network().heal();
    sim.network().reconnect(b);
    a.keepLink(b);
    sim.runUntil("linked", Duration.ofSeconds(1), () -> a.isLinked(b));
    sim.network().cutBoth(a, b);

    Duration took = sim.runUntil("down", INTERVAL.multipliedBy(4), () -> isDown(a));

    assertThat(took).isBetween(INTERVAL, INTERVAL.multipliedBy(23).dividedBy(10));
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
    bringUp();
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
    bringUp();
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

  private void watchEachOther() {
    a.keepLink(b);
    b.keepLink(a);
    a.app().watch(b.id(), INTERVAL);
    b.app().watch(a.id(), INTERVAL);
  }

  private void bringUp() {
    watchEachOther();
    sim.runUntil("both up", Duration.ofSeconds(3), () -> isUp(a) && isUp(b));
  }

  private static boolean isUp(SimNode<WatchingNode> node) {
    return node.app().liveness() == Liveness.UP;
  }

  private static boolean isDown(SimNode<WatchingNode> node) {
    return node.app().liveness() == Liveness.DOWN;
  }
}
