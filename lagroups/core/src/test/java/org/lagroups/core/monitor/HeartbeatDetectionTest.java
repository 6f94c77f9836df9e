package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.monitor.WatchingPair.INTERVAL;
import static org.lagroups.core.monitor.WatchingPair.isDown;
import static org.lagroups.core.monitor.WatchingPair.isUp;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** When a node finds the other one down, and when not. */
final class HeartbeatDetectionTest {

  private final WatchingPair pair = new WatchingPair();
  private final Simulation sim = pair.sim;
  private final SimNode<WatchingNode> a = pair.a;
  private final SimNode<WatchingNode> b = pair.b;

  @Test
  void findsADeadPeerDownWithinLittleMoreThanTwoIntervals() {
    pair.bringUp();
    sim.runFor(Duration.ofMinutes(1));
    b.kill();

    Duration took = sim.runUntil("down", INTERVAL.multipliedBy(3), () -> isDown(a));

    assertThat(took).isBetween(INTERVAL, INTERVAL.multipliedBy(23).dividedBy(10));
    assertThat(a.app().heard).containsExactly(Liveness.UP, Liveness.DOWN);
  }

  @Test
  void findsAPeerDownForBothWhenOneDirectionIsCut() {
    pair.bringUp();
    sim.network().cut(a, b);

    sim.runUntil("down", INTERVAL.multipliedBy(7).dividedBy(2), () -> isDown(a) && isDown(b));
  }

  @Test
  void comesUpAgainWhenTheCutIsMended() {
    pair.bringUp();
    sim.network().cut(a, b);
    sim.runUntil("down", INTERVAL.multipliedBy(7).dividedBy(2), () -> isDown(a) && isDown(b));
    sim.runFor(Duration.ofMinutes(10));
    sim.network().heal();

    sim.runUntil("up", INTERVAL.multipliedBy(3), () -> isUp(a) && isUp(b));
  }

  @Test
  void staysUpThroughFewerLossesThanProbes() {
    pair.bringUp();
    sim.network().cutBoth(a, b);
    sim.runFor(INTERVAL);
    sim.network().heal();
    sim.runFor(Duration.ofMinutes(5));

    assertThat(a.app().heard).containsExactly(Liveness.UP);
    assertThat(b.app().heard).containsExactly(Liveness.UP);
  }

  @Test
  void findsAPeerDownOneIntervalAfterItsLinkIsLost() {
    pair.bringUp();
    b.stop();
    sim.runUntil("link lost", Duration.ofSeconds(1), () -> !a.isLinked(b));

    Duration took = sim.runUntil("down", INTERVAL.multipliedBy(2), () -> isDown(a));

    assertThat(took).isBetween(INTERVAL.minusMillis(1), INTERVAL.plusMillis(2));
  }

  @Test
  void staysUpWhenALostLinkComesBackSoon() {
    pair.bringUp();
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
}
