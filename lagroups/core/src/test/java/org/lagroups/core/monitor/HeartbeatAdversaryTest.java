package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** A node and a peer that says whatever it likes. */
final class HeartbeatAdversaryTest {

  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofMillis(50);

  private final Simulation sim = new Simulation(Seeds.one());
  private final SimNode<WatchingNode> node = sim.addNode("node", WatchingNode::new);
  private final SimNode<ScriptedPeer> peer =
      sim.addNode("peer", host -> host.install(HeartbeatMachine.PROTOCOL, ScriptedPeer::new));

  HeartbeatAdversaryTest() {
    sim.network().conditions(Conditions.PERFECT);
    sim.network().latencyMillis(10);
    node.keepLink(peer);
    sim.runUntil("linked", Duration.ofSeconds(1), () -> peer.isLinked(node));
  }

  @Test
  void answersAStrangerThatIsLinkedAndNumbersNothing() {
    peer.app().send(node.id(), new Beat(7, Beat.NONE, 0, true));
    sim.runFor(SOON);

    assertThat(peer.app().received).containsExactly(new Beat(Beat.NONE, 7, 0, false));
  }

  @Test
  void doesNotAnswerABeatThatWantsNoAnswer() {
    peer.app().send(node.id(), new Beat(7, Beat.NONE, 0, false));
    sim.runFor(SOON);

    assertThat(peer.app().received).isEmpty();
  }

  @Test
  void answersNoMoreThanItsBudget() {
    int burst = (int) HeartbeatMachine.ANSWERS.burst();
    for (int i = 1; i <= 3 * burst; i++) {
      peer.app().send(node.id(), new Beat(i, Beat.NONE, 0, true));
    }
    sim.runFor(SOON);

    assertThat(peer.app().received).hasSize(burst);
    assertThat(dropped(BeatDrop.OVER_BUDGET)).isEqualTo(2L * burst);
    sim.runFor(Duration.ofSeconds(1));
    peer.app().send(node.id(), new Beat(1, Beat.NONE, 0, true));
    sim.runFor(SOON);
    assertThat(peer.app().received).hasSize(burst + 1);
  }

  @Test
  void countsGarbageAndGoesOn() {
    peer.app().sendRaw(node.id(), Bytes.fromHex("ffff"));
    peer.app().sendRaw(node.id(), Bytes.wrapOwned(new byte[1_000]));
    peer.app().send(node.id(), new Beat(7, Beat.NONE, 0, true));
    sim.runFor(SOON);

    assertThat(dropped(BeatDrop.MALFORMED)).isEqualTo(2);
    assertThat(peer.app().received).hasSize(1);
  }

  @Test
  void doesNotBelieveAnEchoOfABeatThatItNeverSent() {
    node.app().watch(peer.id(), INTERVAL);
    sim.runFor(SOON);
    long real = peer.app().received.getLast().counter();
    peer.app().send(node.id(), new Beat(1, real + 1, 0, false));
    peer.app().send(node.id(), new Beat(2, real + 2, 0, false));
    sim.runFor(SOON);

    assertThat(dropped(BeatDrop.IMPOSSIBLE_ECHO)).isEqualTo(2);
    assertThat(node.app().liveness()).isEqualTo(Liveness.UNKNOWN);
  }

  @Test
  void doesNotBelieveADelayLongerThanTheTimePassed() {
    node.app().watch(peer.id(), INTERVAL);
    sim.runFor(SOON);
    long real = peer.app().received.getLast().counter();
    peer.app().send(node.id(), new Beat(1, real, 5_000_000, false));
    sim.runFor(SOON);

    assertThat(dropped(BeatDrop.IMPOSSIBLE_ECHO)).isEqualTo(1);
  }

  @Test
  void needsTwoFreshEchoesToBringAPeerUp() {
    node.app().watch(peer.id(), INTERVAL);
    sim.runFor(SOON);
    long first = peer.app().received.getLast().counter();
    for (int i = 1; i <= 5; i++) {
      peer.app().send(node.id(), new Beat(i, first, 0, false));
    }
    sim.runFor(SOON);
    assertThat(node.app().liveness()).isEqualTo(Liveness.UNKNOWN);

    long second = peer.app().received.getLast().counter();
    assertThat(second).isGreaterThan(first);
    peer.app().send(node.id(), new Beat(6, second, 0, false));
    sim.runFor(SOON);
    assertThat(node.app().liveness()).isEqualTo(Liveness.UP);
  }

  @Test
  void aSingleAnswerAmongManyMissesDoesNotBringADeadPeerUp() {
    node.app().watch(peer.id(), INTERVAL);
    sim.runUntil("down", INTERVAL.multipliedBy(3), () -> node.app().liveness() == Liveness.DOWN);
    for (int i = 0; i < 20; i++) {
      int soFar = peer.app().received.size();
      sim.runUntil("probe", INTERVAL.multipliedBy(2), () -> peer.app().received.size() > soFar);
      peer.app().send(node.id(), new Beat(i, peer.app().received.getLast().counter(), 0, false));
      sim.runFor(INTERVAL.multipliedBy(2));
    }

    assertThat(node.app().heard).containsExactly(Liveness.DOWN);
  }

  @Test
  void anEchoFromLongAgoIsNoProof() {
    node.app().watch(peer.id(), INTERVAL);
    sim.runFor(SOON);
    long early = peer.app().received.getFirst().counter();
    sim.runFor(Duration.ofSeconds(12));
    long samples = node.app().heartbeats.counters().received();
    peer.app().send(node.id(), new Beat(1, early, 0, false));
    sim.runFor(SOON);

    assertThat(node.app().heartbeats.counters().received()).isEqualTo(samples + 1);
    assertThat(node.app().watched().roundTrip()).isEmpty();
  }

  private long dropped(BeatDrop reason) {
    return node.app().heartbeats.counters().dropped().getOrDefault(reason, 0L);
  }
}
