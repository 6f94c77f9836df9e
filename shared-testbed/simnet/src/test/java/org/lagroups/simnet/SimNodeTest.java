package org.lagroups.simnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.simnet.seed.Seeds;

class SimNodeTest {

  private final Simulation sim = new Simulation(Seeds.one());
  private final SimNode<Recorder> a = sim.addNode("a", Recorder::install);
  private final SimNode<Recorder> b = sim.addNode("b", Recorder::install);

  private record Pair(Recorder first, Recorder second) {}

  private void link() {
    a.keepLink(b);
    sim.runUntil("linked", Duration.ofSeconds(5), () -> a.isLinked(b) && b.isLinked(a));
  }

  @Test
  void firesTimersOnceAtTheirTime() {
    Environment<Recorder.Timer> env = a.app().environment;
    env.setTimer(Recorder.Timer.FIRST, 100);
    env.setTimer(Recorder.Timer.FIRST, 300);
    env.setTimer(Recorder.Timer.SECOND, 200);
    sim.runFor(Duration.ofSeconds(10));
    assertThat(a.app().heard).containsExactly("start", "timer SECOND", "timer FIRST");
    assertThat(a.app().heardAtMillis).containsExactly(0L, 200L, 300L);
  }

  @Test
  void forgetsCancelledTimers() {
    a.app().environment.setTimer(Recorder.Timer.FIRST, 100);
    a.app().environment.cancelTimer(Recorder.Timer.FIRST);
    a.app().environment.cancelTimer(Recorder.Timer.SECOND);
    sim.runFor(Duration.ofSeconds(10));
    assertThat(a.app().heard).containsExactly("start");
  }

  @Test
  void firesATimerOfNoDelayAfterTheCallHasReturned() {
    Recorder app = a.app();
    app.environment.setTimer(Recorder.Timer.FIRST, 0);
    assertThat(app.heard).containsExactly("start");
    sim.runFor(Duration.ZERO);
    assertThat(app.heard).containsExactly("start", "timer FIRST");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> app.environment.setTimer(Recorder.Timer.FIRST, -1));
  }

  @Test
  void keepsItsStorageButNotItsMachinesWhenKilled() {
    Recorder old = a.app();
    a.storage().put("group/1", Bytes.fromHex("01"));
    a.storage().put("other", Bytes.EMPTY);
    old.environment.setTimer(Recorder.Timer.FIRST, 100);
    a.kill();
    assertThat(a.isRunning()).isFalse();
    assertThatIllegalStateException().isThrownBy(a::app).withMessage("a is not running");
    sim.runFor(Duration.ofSeconds(1));
    a.restart();

    assertThat(old.heard).containsExactly("start");
    assertThat(a.app()).isNotSameAs(old);
    assertThat(a.app().heard).containsExactly("start");
    assertThat(a.storage().keys("group/")).containsExactly("group/1");

    a.restartEmpty();
    assertThat(a.storage().keys("")).isEmpty();
  }

  @Test
  void saysThatAMachineIsOfAFormerLife() {
    Recorder old = a.app();
    a.restart();
    assertThatIllegalStateException()
        .isThrownBy(() -> old.environment.setTimer(Recorder.Timer.FIRST, 1))
        .withMessageContaining("take app() of the node anew");
    assertThatIllegalStateException().isThrownBy(() -> old.say(b, Delivery.ORDERED, "late"));
  }

  @Test
  void endsOnlyAfterTheCallInWhichItIsKilled() {
    link();
    b.app().onEvent =
        () -> {
          b.kill();
          assertThat(b.app().say(a, Delivery.ORDERED, "last words")).isTrue();
        };
    a.app().say(b, Delivery.ORDERED, "hello");
    sim.runFor(Duration.ofSeconds(5));
    assertThat(b.isRunning()).isFalse();
    assertThat(a.app().messages()).containsExactly("last words");
  }

  @Test
  void drawsOtherNumbersInEachLifeAndForEachProtocol() {
    SimNode<Pair> c =
        sim.addNode(
            "c",
            host ->
                new Pair(
                    host.install(new ProtocolId(1), Recorder::new),
                    host.install(new ProtocolId(2), Recorder::new)));
    long first = c.app().first().environment.random().nextLong();
    long second = c.app().second().environment.random().nextLong();
    c.restart();
    assertThat(List.of(first, second, c.app().first().environment.random().nextLong()))
        .doesNotHaveDuplicates();
  }

  @Test
  void deliversToTheMachineOfTheSameProtocolAndTellsAllOfLinks() {
    NodeProgram<Pair> both =
        host ->
            new Pair(
                host.install(Recorder.PROTOCOL, Recorder::new),
                host.install(new ProtocolId(9), Recorder::new));
    SimNode<Pair> c = sim.addNode("c", both);
    a.keepLink(c);
    sim.runFor(Duration.ofSeconds(1));
    a.app().say(c, Delivery.ORDERED, "hello");
    c.app().second().say(a, Delivery.ORDERED, "nobody there speaks this");
    sim.runFor(Duration.ofSeconds(1));
    assertThat(c.app().first().heard).containsExactly("start", "up", "got hello");
    assertThat(c.app().second().heard).containsExactly("start", "up");
    assertThat(a.app().messages()).isEmpty();
  }

  @Test
  void refusesAProtocolTwiceAndMachinesAfterTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            sim.addNode(
                "c",
                host -> {
                  Recorder.install(host);
                  return Recorder.install(host);
                }));
    SimNode<Host> d = sim.addNode("d", host -> host);
    assertThatIllegalStateException().isThrownBy(() -> Recorder.install(d.app()));
  }

  @Test
  void hasItsOwnIdAndAddress() {
    assertThat(a.id()).isNotEqualTo(b.id());
    assertThat(b.address()).isEqualTo(Simulation.addressOf(1));
    NodeId chosen = new NodeId(Bytes.wrapOwned(new byte[NodeId.LENGTH]));
    assertThat(sim.addNode("c", chosen, Recorder::install).app().environment.self())
        .isEqualTo(chosen);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sim.addNode("d", chosen, Recorder::install));
  }

  @Test
  void hasAClockThatMayBeWrong() {
    Environment<Recorder.Timer> env = a.app().environment;
    assertThat(env.wallMillis()).isEqualTo(sim.wallMillis());
    a.clock().step(Duration.ofSeconds(-5));
    a.clock().drift(100);
    sim.runFor(Duration.ofHours(1));
    assertThat(env.wallMillis() - sim.wallMillis()).isEqualTo(-5_000 + 360);
    assertThat(a.clock().error()).isEqualTo(Duration.ofMillis(-4_640));
    assertThat(b.app().environment.wallMillis()).isEqualTo(sim.wallMillis());
    assertThat(env.elapsedNanos()).isEqualTo(Duration.ofHours(1).toNanos());
  }

  @Test
  void countsItsTraffic() {
    link();
    a.app().say(b, Delivery.ORDERED, "12345");
    a.app().say(b, Delivery.DATAGRAM, "123");
    sim.runFor(Duration.ofSeconds(1));
    assertThat(a.traffic().sentBytes()).isEqualTo(8);
    assertThat(a.traffic().sentMessages(Recorder.PROTOCOL.number())).isEqualTo(2);
    assertThat(b.traffic().receivedBytes(Recorder.PROTOCOL.number())).isEqualTo(8);
    assertThat(b.traffic().receivedMessages()).isEqualTo(2);
    assertThat(b.traffic().sentBytes()).isZero();
  }

  @Test
  void refusesMessagesThatAreTooLong() {
    link();
    Environment<Recorder.Timer> env = a.app().environment;
    Bytes datagram = Bytes.wrapOwned(new byte[Environment.MAX_DATAGRAM_BYTES]);
    Bytes message = Bytes.wrapOwned(new byte[Environment.MAX_MESSAGE_BYTES]);
    assertThat(env.send(b.id(), Delivery.DATAGRAM, datagram)).isTrue();
    assertThat(env.send(b.id(), Delivery.BULK, message)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> env.send(b.id(), Delivery.DATAGRAM, message));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> env.send(b.id(), Delivery.BULK, Bytes.wrapOwned(new byte[message.length() + 1])));
  }

  @Test
  void standsStillWhilePausedAndCatchesUpInOrder() {
    link();
    b.app().heard.clear();
    b.app().environment.setTimer(Recorder.Timer.FIRST, 1_000);
    a.app().say(b, Delivery.ORDERED, "in flight");
    b.pause();
    a.app().say(b, Delivery.ORDERED, "meanwhile");
    a.app().say(b, Delivery.DATAGRAM, "lost");
    sim.runFor(Duration.ofSeconds(5));
    assertThat(b.app().heard).isEmpty();
    assertThat(b.isPaused()).isTrue();

    b.resume();
    assertThat(b.app().heard).containsExactly("got in flight", "timer FIRST");
    sim.runFor(Duration.ofSeconds(1));
    assertThat(b.app().messages()).containsExactly("in flight", "meanwhile");
    assertThat(a.isLinked(b)).isTrue();
  }

  @Test
  void losesItsLinksInALongPause() {
    link();
    b.pause();
    sim.runFor(Duration.ofSeconds(31));
    assertThat(a.isLinked(b)).isFalse();
    b.resume();
    assertThat(b.app().heard).containsExactly("start", "up", "down");
    sim.runUntil("linked", Duration.ofSeconds(17), () -> a.isLinked(b) && b.isLinked(a));
  }

  @Test
  void forgetsAPauseWhenKilled() {
    a.pause();
    a.restart();
    assertThat(a.isPaused()).isFalse();
    link();
    a.resume();
    assertThat(a.app().heard).containsExactly("start", "up");
  }

  @Test
  void mayCallTimersOnceMore() {
    sim.spuriousTimers(0.5);
    for (int i = 0; i < 100; i++) {
      a.app().environment.setTimer(Recorder.Timer.FIRST, 1);
      sim.runFor(Duration.ofSeconds(20));
    }
    assertThat(a.app().heard).hasSizeBetween(150, 300);
  }
}
