package org.lagroups.node.transport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.link.Attachment;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.session.SessionNode.Mood;

/** How a session comes by its second link, and what becomes of it when it loses one. */
final class CompanionTest {

  private static final List<CarrierKind> BOTH = List.of(CarrierKind.TCP, CarrierKind.QUIC);
  private static final List<CarrierKind> QUIC = List.of(CarrierKind.QUIC);
  private static final Bytes MESSAGE = Bytes.copyOf((byte) 1);
  private static final ProtocolId PROTOCOL = new ProtocolId(1);

  private final SessionWorld world = new SessionWorld();
  private final SessionNode small;
  private final SessionNode great;

  CompanionTest() {
    world.hasTcp = true;
    small = world.add(1);
    great = world.add(2);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theSideThatDialledAddsTheSecondLinkWhoeverDecides() {
    SessionNode greatest = world.add(3);
    great.keep(small);
    great.keep(greatest);
    world.run(1_000);
    assertThat(great.carriers(small)).isEqualTo(BOTH);
    assertThat(small.carriers(great)).isEqualTo(BOTH);
    assertThat(great.carriers(greatest)).isEqualTo(BOTH);
    assertThat(greatest.carriers(great)).isEqualTo(BOTH);
    assertThat(great.tcpDialledAt).hasSize(2);
    assertThat(small.tcpDialledAt).isEmpty();
    assertThat(great.heard).containsExactly("up, dialled", "up, dialled");
  }

  @Test
  void aSessionEndsOnceIfTheLastLinkBreaksWhileItTellsOfTheOther() {
    great.keep(small);
    world.run(1_000);
    small.link(CarrierKind.QUIC).breaksWhenSaid = true;
    small.link(CarrierKind.TCP).breakDown();
    assertThat(small.heard).containsExactly("up, called", "down: it broke");
  }

  @Test
  void aSecondLinkThatIsRefusedIsTriedAgainWithGrowingPauses() {
    small.tcpMood = Mood.REFUSES;
    great.keep(small);
    world.run(60_000);
    assertThat(great.tcpDialledAt).hasSizeBetween(5, 9);
    assertThat(great.carriers(small)).isEqualTo(QUIC);
    small.tcpMood = Mood.ANSWERS;
    world.run(120_000);
    assertThat(great.carriers(small)).isEqualTo(BOTH);
    assertThat(great.heard).containsExactly("up, dialled");
  }

  @Test
  void aSilentAddressIsGivenUpAfterTheDialTime() {
    small.tcpMood = Mood.IS_SILENT;
    great.keep(small);
    world.run(3_500);
    assertThat(great.dialsUnderWay).isZero();
    world.run(3_000);
    assertThat(great.tcpDialledAt).hasSize(2);
  }

  @Test
  void aLinkThatBreaksIsDialledAgainAtOnceAndLeavesADoubt() {
    great.keep(small);
    world.run(10_000);
    small.tcpMood = Mood.REFUSES;
    great.link(CarrierKind.TCP).breakDown();
    world.run(100);
    assertThat(great.heard).containsExactly("up, dialled", "in doubt");
    assertThat(small.heard).containsExactly("up, called", "in doubt");
    assertThat(great.tcpDialledAt).hasSize(2);
    assertThat(great.carriers(small)).isEqualTo(QUIC);
    assertThat(great.sessions().send(small.id(), PROTOCOL, Delivery.BULK, MESSAGE)).isTrue();
    world.run(100);
    assertThat(small.heard).endsWith("message");
  }

  @Test
  void whenTheFirstLinkBreaksTheSessionGoesOnOverTheSecond() {
    great.keep(small);
    world.run(1_000);
    great.session().breakDown();
    world.run(100);
    assertThat(great.carriers(small)).containsExactly(CarrierKind.TCP);
    for (Delivery delivery : Delivery.values()) {
      assertThat(small.sessions().send(great.id(), PROTOCOL, delivery, MESSAGE)).isTrue();
    }
    world.run(100);
    assertThat(great.heard)
        .containsExactly("up, dialled", "in doubt", "message", "message", "message");
    assertThat(great.heard).doesNotContain("down");
  }

  @Test
  void theOtherSideIsToldOfALinkThatOneSideHasLost() {
    great.keep(small);
    world.run(1_000);
    FakeLink tcp = great.link(CarrierKind.TCP);
    tcp.vanish();
    great.sessions().onClosed(tcp, LinkEnd.silent(1));
    assertThat(small.carriers(great)).isEqualTo(BOTH);
    small.tcpMood = Mood.REFUSES;
    world.run(2 * world.latencyMillis);
    assertThat(small.carriers(great)).isEqualTo(QUIC);
    assertThat(small.heard).as("no doubt").containsExactly("up, called");
    assertThat(great.sessions().send(small.id(), PROTOCOL, Delivery.ORDERED, MESSAGE)).isTrue();
    world.run(100);
    assertThat(small.heard).endsWith("message");
  }

  @Test
  void aRestartedPeerThatDoesNotKnowTheSessionEndsIt() {
    great.keep(small);
    world.run(10_000);
    small.restart();
    great.sessions().onClosed(great.link(CarrierKind.TCP), LinkEnd.broken("it broke"));
    world.run(100);
    assertThat(great.heard)
        .startsWith("up, dialled", "in doubt")
        .anySatisfy(heard -> assertThat(heard).startsWith("down").contains("is not known"));
    world.run(2_000);
    assertThat(great.carriers(small)).isEqualTo(BOTH);
  }

  @Test
  void aLinkNamedForAnotherSessionDoesNotJoin() {
    great.keep(small);
    world.run(1_000);
    FakeLink stray = FakeLink.between(world, great, small, CarrierKind.TCP);
    Bytes token = Bytes.copyOf(new byte[Hello.RESET_TOKEN_LENGTH]);
    stray.say(new SessionMessage.Attaching(new Attachment(5, 5, 9, token)));
    world.run(100);
    assertThat(stray.otherEnd().closed).isEqualTo(CloseReason.UNKNOWN_SESSION);
    assertThat(small.link(CarrierKind.TCP)).isNotSameAs(stray.otherEnd());
    assertThat(small.heard).containsExactly("up, called");
  }
}
