package org.lagroups.node.transport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.session.SessionNode.Mood;

/** One of a session's two links goes silent: nothing passes, and nobody is told. */
final class SilenceTest {

  private static final List<CarrierKind> BOTH = List.of(CarrierKind.TCP, CarrierKind.QUIC);
  private static final ProtocolId PROTOCOL = new ProtocolId(1);
  private static final Bytes MESSAGE = Bytes.copyOf((byte) 1);
  private static final Bytes LONG_MESSAGE = Bytes.copyOf(new byte[2_000]);

  /** As docs/PROTOCOL.md promises for short paths. */
  private static final long BOUND_MILLIS = 2_000;

  private final SessionWorld world = new SessionWorld();
  private final SessionNode small;
  private final SessionNode great;

  SilenceTest() {
    world.hasTcp = true;
    small = world.add(1);
    great = world.add(2);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest(name = "the side that dialled the session cannot be heard: {0}")
  @ValueSource(booleans = {true, false})
  void lanesLeaveASilentTcpForQuicAndLoseNothing(boolean ofDialler) {
    SessionNode mute = ofDialler ? great : small;
    SessionNode other = ofDialler ? small : great;
    connect();
    mute.swallowed.add(CarrierKind.TCP);
    small.tcpMood = Mood.IS_SILENT;
    send(mute, other, Delivery.ORDERED);
    send(other, mute, Delivery.BULK);
    world.run(BOUND_MILLIS);
    assertThat(great.carriers(small)).containsExactly(CarrierKind.QUIC);
    assertThat(small.carriers(great)).containsExactly(CarrierKind.QUIC);
    assertThat(messages(other)).isEqualTo(1);
    assertThat(messages(mute)).isEqualTo(1);
    assertThat(great.heard).as("the peer is not in doubt, nor gone").doesNotContain("in doubt");
    assertThat(great.heard).containsOnlyOnce("up, dialled");
  }

  @ParameterizedTest(name = "the side that dialled the session cannot be heard: {0}")
  @ValueSource(booleans = {true, false})
  void datagramsLeaveASilentQuicForTcp(boolean ofDialler) {
    SessionNode mute = ofDialler ? great : small;
    SessionNode other = ofDialler ? small : great;
    connect();
    mute.swallowed.add(CarrierKind.QUIC);
    small.mood = Mood.IS_SILENT;
    send(mute, other, Delivery.DATAGRAM);
    send(other, mute, Delivery.DATAGRAM);
    world.run(BOUND_MILLIS);
    assertThat(messages(other)).as("it may be lost").isZero();
    assertThat(great.carriers(small)).containsExactly(CarrierKind.TCP);
    assertThat(small.carriers(great)).containsExactly(CarrierKind.TCP);
    send(mute, other, Delivery.DATAGRAM);
    send(other, mute, Delivery.DATAGRAM);
    world.run(100);
    assertThat(messages(other)).isEqualTo(1);
    assertThat(messages(mute)).isEqualTo(2);
  }

  @Test
  void aLinkThatWasLeftIsTakenUpAgainWhenItsPathIsMended() {
    connect();
    great.swallowed.add(CarrierKind.TCP);
    send(great, small, Delivery.ORDERED);
    world.run(BOUND_MILLIS);
    assertThat(great.carriers(small)).containsExactly(CarrierKind.QUIC);
    great.swallowed.clear();
    world.run(20_000);
    assertThat(great.carriers(small)).isEqualTo(BOTH);
    assertThat(small.carriers(great)).isEqualTo(BOTH);
  }

  @Test
  void nothingIsLeftWhileThePeerIsSilentOnBothLinks() {
    connect();
    great.swallowed.addAll(BOTH);
    small.swallowed.addAll(BOTH);
    for (int i = 0; i < 20; i++) {
      send(great, small, Delivery.ORDERED);
      send(great, small, Delivery.DATAGRAM);
      world.run(500);
    }
    assertThat(great.carriers(small)).isEqualTo(BOTH);
    assertThat(small.carriers(great)).isEqualTo(BOTH);
  }

  @Test
  void aStoppedPeerLosesNoLinkThoughItsSystemAnswersOverTcp() {
    connect();
    small.isStopped = true;
    for (int i = 0; i < 20; i++) {
      send(great, small, Delivery.DATAGRAM);
      send(great, small, Delivery.ORDERED);
      world.run(500);
    }
    small.resume();
    world.run(BOUND_MILLIS);
    assertThat(great.carriers(small)).isEqualTo(BOTH);
    assertThat(great.tcpDialledAt).hasSize(1);
    assertThat(messages(small)).isEqualTo(40);
  }

  @Test
  void aPeerThatWasOutMayAnswerOnOneLinkBeforeTheOther() {
    connect();
    for (long outMillis = 900; outMillis < 1_600; outMillis += 20) {
      small.isStopped = true;
      send(great, small, Delivery.DATAGRAM);
      world.run(outMillis);
      small.resumeOver(CarrierKind.TCP);
      world.run(150);
      small.resume();
      world.run(1_000);
      assertThat(great.carriers(small)).as("out for %d ms", outMillis).isEqualTo(BOTH);
    }
    assertThat(great.dialledAt).hasSize(1);
  }

  @Test
  void aLongPathIsNotASilentOne() {
    world.latencyMillis = 900;
    great.keep(small);
    world.run(20_000);
    assertThat(great.carriers(small)).isEqualTo(BOTH);
    for (int i = 0; i < 100; i++) {
      send(great, small, Delivery.ORDERED);
      send(small, great, Delivery.DATAGRAM);
      world.run(333);
    }
    assertThat(great.tcpDialledAt).hasSize(1);
    assertThat(great.dialledAt).hasSize(1);
    assertThat(great.carriers(small)).isEqualTo(BOTH);
  }

  @Test
  void anIdleSessionIsNotAskedForSignsOfLife() {
    connect();
    int before = great.session().keepAlives;
    int beforeTcp = great.link(CarrierKind.TCP).keepAlives;
    send(great, small, Delivery.DATAGRAM);
    send(great, small, Delivery.ORDERED);
    world.run(4_000);
    assertThat(great.session().keepAlives).isEqualTo(before);
    assertThat(great.link(CarrierKind.TCP).keepAlives).isEqualTo(beforeTcp);
  }

  @Test
  void aPathThatSwallowsOnlyLongPacketsIsTriedEverMoreSeldomAndDelaysLittle() {
    great.hasNarrowTcp = true;
    connect();
    int sent = 0;
    for (int second = 0; second < 600; second++) {
      sent++;
      assertThat(great.sessions().send(small.id(), PROTOCOL, Delivery.BULK, LONG_MESSAGE)).isTrue();
      world.run(1_000);
      assertThat(messages(small)).as("after %d s", second).isGreaterThan(second - 3);
    }
    world.run(BOUND_MILLIS);
    assertThat(messages(small)).isEqualTo(sent);
    assertThat(great.tcpDialledAt).hasSizeBetween(4, 12);
    assertThat(great.heard).containsOnlyOnce("up, dialled");
  }

  private void connect() {
    great.keep(small);
    world.run(10_000);
    assertThat(great.carriers(small)).isEqualTo(BOTH);
    assertThat(small.carriers(great)).isEqualTo(BOTH);
  }

  private static void send(SessionNode from, SessionNode to, Delivery delivery) {
    assertThat(from.sessions().send(to.id(), PROTOCOL, delivery, MESSAGE)).isTrue();
  }

  private static long messages(SessionNode node) {
    return node.heard.stream().filter("message"::equals).count();
  }
}
