package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.monitor.WatchingPair.INTERVAL;
import static org.lagroups.core.monitor.WatchingPair.isDown;
import static org.lagroups.core.monitor.WatchingPair.isUp;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** What two nodes that watch each other make of a doubt about a link. */
final class HeartbeatDoubtTest {

  private final WatchingPair pair = new WatchingPair();
  private final Simulation sim = pair.sim;
  private final SimNode<WatchingNode> a = pair.a;
  private final SimNode<WatchingNode> b = pair.b;

  @Test
  void findsADeadPeerDownWithinAThirdOfASecondOfDoubt() {
    pair.bringUp();
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
    pair.bringUp();
    sim.runFor(Duration.ofMinutes(1));
    b.kill();
    a.app().heartbeats.onLinkInDoubt(b.id());

    Duration took = sim.runUntil("down", INTERVAL, () -> isDown(a));

    assertThat(took).isBetween(Duration.ofMillis(5 * 100 + 300), Duration.ofMillis(5 * 100 + 330));
  }

  @Test
  void measuresThePathToWhoWasBusyStartingSoonAfter() {
    sim.network().latencyMillis(150);
    pair.bringUp();
    sim.network().latencyMillis(1);
    sim.runFor(INTERVAL.multipliedBy(9).dividedBy(10));
    b.kill();
    a.app().heartbeats.onLinkInDoubt(b.id());

    Duration took = sim.runUntil("down", INTERVAL, () -> isDown(a));

    assertThat(took).isLessThanOrEqualTo(Duration.ofMillis(610));
  }

  @Test
  void anAnswerEndsTheDoubt() {
    pair.bringUp();
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
    pair.bringUp();
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
  void survivesThreeLostProbesInDoubt() {
    pair.bringUp();
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
}
