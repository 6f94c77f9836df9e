package org.lagroups.node.transport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.session.SessionNode.Mood;
import org.lagroups.simnet.seed.Seeds;

/** Which link becomes the session, and when a peer is dialled, over links that are made up. */
final class SessionRulesTest {

  private static final TransportTiming TIMING = TransportTiming.DEFAULT;
  private static final Bytes MESSAGE = Bytes.copyOf((byte) 1);
  private static final ProtocolId PROTOCOL = new ProtocolId(1);

  private final SessionWorld world = new SessionWorld();

  /** Of the two nodes, {@code small} has the smaller ID and decides. */
  private final SessionNode small = world.add(1);

  private final SessionNode great = world.add(2);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aDialBecomesOneSessionWhoeverDecides() {
    SessionNode middle = world.add(3);
    great.keep(small);
    great.keep(middle);
    world.run(1_000);
    assertThat(small.heard).containsExactly("up, called");
    assertThat(middle.heard).containsExactly("up, called");
    assertThat(great.heard).containsExactly("up, dialled", "up, dialled");
    assertThat(great.dialledAt).hasSize(2);
  }

  @Test
  void ofTwoSimultaneousDialsTheDecidingNodeTakesTheOneOnWhichItIsCalled() {
    small.keep(great);
    great.keep(small);
    world.run(60_000);
    assertThat(small.heard).containsExactly("up, called");
    assertThat(great.heard).containsExactly("up, dialled");
    assertOneSession(small, great);
  }

  @Test
  void simultaneousDialsBecomeOneSessionWhateverTheirTiming() {
    Seeds.forEach(
        300,
        30_000,
        seed -> {
          Random random = new Random(seed);
          SessionWorld other = new SessionWorld();
          other.latencyMillis = random.nextInt(1, 400);
          SessionNode one = other.add(1);
          SessionNode two = other.add(2);
          one.handshakeMillis = random.nextInt(1, 800);
          two.handshakeMillis = random.nextInt(1, 800);
          one.keep(two);
          other.run(random.nextInt(2_000));
          two.keep(one);
          other.run(5_000);
          assertThat(List.of(one, two))
              .allSatisfy(node -> assertThat(node.heard).singleElement().asString().contains("up"));
          assertOneSession(one, two);
          other.close();
        });
  }

  @Test
  void theOtherNodeWaitsForTheDecisionAndThenDialsItself() {
    small.keep(great);
    world.run(small.handshakeMillis + world.latencyMillis + 1);
    // The deciding node has dialled and said hello; its decision will not arrive in time.
    small.handshakeMillis = 100_000;
    great.keep(small);
    world.latencyMillis = 100_000;
    world.run(TIMING.dialMillis() - 10);
    assertThat(great.heard).isEmpty();
    assertThat(great.dialledAt).as("begins no dial of its own meanwhile").isEmpty();
    world.latencyMillis = 20;
    world.run(TIMING.minBackOffMillis() + 1_000);
    assertThat(great.dialledAt).hasSize(1);
    assertThat(great.heard).containsExactly("up, dialled");
    assertOneSession(small, great);
  }

  @Test
  void pausesBetweenRoundsDoubleUpToTheLongest() {
    great.mood = Mood.REFUSES;
    small.keep(great);
    world.run(120_000);
    long ceiling = TIMING.minBackOffMillis();
    for (int i = 1; i < small.dialledAt.size(); i++) {
      long pause = small.dialledAt.get(i) - small.dialledAt.get(i - 1) - small.handshakeMillis;
      assertThat(pause).as("pause %d", i).isBetween(ceiling / 2, ceiling + 2);
      ceiling = Math.min(2 * ceiling, TIMING.maxBackOffMillis());
    }
    assertThat(small.dialledAt).hasSizeBetween(14, 30);
    assertThat(small.tally.counters().dialsFailed()).isEqualTo(small.dialledAt.size());
    assertThat(small.heard).isEmpty();
  }

  @Test
  void anAddressThatIsSilentIsGivenUpForTheNext() {
    SessionNode silent = world.add(9);
    silent.mood = Mood.IS_SILENT;
    small.sessions().keep(great.id(), List.of(silent.address(), great.address()));
    world.run(TIMING.dialMillis() - 1);
    assertThat(small.dialledAt).hasSize(1);
    world.run(100);
    assertThat(small.dialledAt).hasSize(2);
    assertThat(small.dialsUnderWay).isZero();
    assertOneSession(small, great);
  }

  @Test
  void aCarrierThatFailsInTheHandshakeCountsAsAFailedDial() {
    great.mood = Mood.BREAKS;
    NodeAddress other = new NodeAddress(great.address().host(), 1);
    small.sessions().keep(great.id(), List.of(other, great.address()));
    world.run(small.handshakeMillis + 2);
    assertThat(small.tally.counters().dialsFailed()).isEqualTo(1);
    assertThat(small.dialledAt).as("the next address has its turn at once").hasSize(2);
    great.mood = Mood.ANSWERS;
    world.run(500);
    assertThat(small.tally.counters().dialsFailed()).isEqualTo(1);
    assertThat(small.heard).containsExactly("up, dialled");
    assertThat(great.heard).containsExactly("up, called");
    assertOneSession(small, great);
  }

  @Test
  void afterAHandshakeThatFailedOnEveryAddressThereIsAPause() {
    great.mood = Mood.BREAKS;
    small.keep(great);
    world.run(small.handshakeMillis + TIMING.minBackOffMillis() / 2);
    assertThat(small.dialledAt).hasSize(1);
    world.run(TIMING.minBackOffMillis());
    assertThat(small.dialledAt).hasSizeGreaterThan(1);
    assertThat(small.heard).isEmpty();
  }

  @Test
  void theAddressThatWorkedIsDialledFirstTheNextTime() {
    NodeAddress nowhere = new NodeAddress("10.9.9.9", 1);
    small.sessions().keep(great.id(), List.of(nowhere, great.address()));
    world.run(4_000);
    assertThat(small.dialledAt).hasSize(2);
    small.session().breakDown();
    world.run(500);
    assertThat(small.dialledAt).hasSize(3);
    assertOneSession(small, great);
  }

  @Test
  void aSessionThatLastedMakesPausesShortAgainAndOneThatDidNotDoesNot() {
    assertThat(pauseAfterSessionOf(6_000)).isLessThanOrEqualTo(TIMING.minBackOffMillis());
    assertThat(pauseAfterSessionOf(1_000)).isGreaterThan(4 * TIMING.minBackOffMillis());
  }

  /** From the end of a session, before which many dials had failed, to the next dial. */
  private static long pauseAfterSessionOf(long millis) {
    SessionWorld other = new SessionWorld();
    SessionNode one = other.add(1);
    SessionNode two = other.add(2);
    two.mood = Mood.REFUSES;
    one.keep(two);
    other.run(30_000);
    two.mood = Mood.ANSWERS;
    while (!one.isUp(two)) {
      other.run(1);
    }
    other.run(millis);
    int before = one.dialledAt.size();
    one.session().breakDown();
    long end = other.now();
    while (one.dialledAt.size() == before) {
      other.run(1);
    }
    return one.dialledAt.getLast() - end;
  }

  @Test
  void aRestartedPeerReplacesTheSessionThatItHasLost() {
    great.keep(small);
    world.run(1_000);
    FakeLink old = small.session();
    great.restart();
    great.keep(small);
    world.run(1_000);
    assertThat(small.heard)
        .containsExactly("up, called", "down: " + CloseReason.REPLACED.explanation(), "up, called");
    assertThat(old.closed).isEqualTo(CloseReason.REPLACED);
    assertThat(great.heard).containsExactly("up, dialled", "restart", "up, dialled");
    assertOneSession(small, great);
  }

  @Test
  void aLinkOlderThanTheSessionIsRefused() {
    great.keep(small);
    world.run(1_000);
    FakeLink present = small.session();
    FakeLink late = FakeLink.between(world, great, small, CarrierKind.QUIC);
    late.deliver(helloOf(2, 0));
    assertThat(late.otherEnd().closed).isEqualTo(CloseReason.DUPLICATE);
    world.run(1_000);
    assertThat(small.session()).isSameAs(present);
    assertThat(small.heard).containsExactly("up, called");
    assertThat(great.heard).containsExactly("up, dialled");
  }

  @Test
  void aDialIsGivenUpWhenThePeerIsNoLongerWanted() {
    small.handshakeMillis = 1_000;
    small.keep(great);
    world.run(500);
    assertThat(small.dialsUnderWay).isEqualTo(1);
    small.sessions().release(great.id());
    assertThat(small.dialsUnderWay).isZero();
    world.run(60_000);
    assertThat(small.dialledAt).hasSize(1);
    assertThat(small.heard).isEmpty();
  }

  @Test
  void fewerDialsThanAllowedAreUnderWayAtATime() {
    small.limit(new TransportLimits(256, 2, 128, 32, 1 << 20, 1 << 20));
    small.handshakeMillis = 100;
    for (int i = 10; i < 16; i++) {
      small.keep(world.add(i));
    }
    for (int i = 0; i < 1_000; i++) {
      world.run(1);
      assertThat(small.dialsUnderWay).isLessThanOrEqualTo(2);
    }
    assertThat(small.sessions().list()).hasSize(6);
  }

  @Test
  void onlyAWantedSessionIsKeptAlive() {
    small.keep(great);
    world.run(60_000);
    assertThat(small.session().keepAlives).isPositive();
    assertThat(great.session().keepAlives).isZero();
  }

  @Test
  void closingTellsThePeerAndItsOwnListenerNothing() {
    small.keep(great);
    world.run(1_000);
    small.sessions().close();
    world.run(100);
    assertThat(small.heard).containsExactly("up, dialled");
    assertThat(great.heard)
        .containsExactly("up, called", "down: " + LinkEnd.said(CloseReason.SHUTDOWN).reason());
    world.run(60_000);
    assertThat(small.dialledAt).hasSize(1);
  }

  /** What the first incarnation of a node may have said before its other hellos. */
  private static Hello helloOf(int number, long sequence) {
    long incarnation = new Random(number).nextLong();
    return new Hello(incarnation, sequence, Bytes.copyOf(new byte[Hello.RESET_TOKEN_LENGTH]));
  }

  /** Both nodes have one session, over the same link, and it carries messages both ways. */
  private static void assertOneSession(SessionNode one, SessionNode other) {
    assertThat(one.isUp(other)).isTrue();
    assertThat(other.isUp(one)).isTrue();
    assertThat(one.session().otherEnd()).isSameAs(other.session());
    assertThat(one.sessions().send(other.id(), PROTOCOL, Delivery.ORDERED, MESSAGE)).isTrue();
    assertThat(other.sessions().send(one.id(), PROTOCOL, Delivery.ORDERED, MESSAGE)).isTrue();
  }
}
