package org.lagroups.node.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.TransportListener;

/** What arrives over a session. */
@Tag("network")
final class DeliveryTest {

  private static final int EXCHANGES = 50;

  private final TestNode alice = TestNode.open(1);
  private final TestNode bob = TestNode.open(2);

  @BeforeEach
  void connect() {
    alice.keep(bob);
    alice.awaitUp(bob);
    bob.awaitUp(alice);
  }

  @AfterEach
  void close() {
    alice.close();
    bob.close();
  }

  @Test
  void carriesAllDeliveriesBothWays() {
    for (Delivery delivery : Delivery.values()) {
      Bytes message = Bytes.copyOf((byte) 42);
      assertThat(alice.send(bob, delivery, message)).isTrue();
      assertThat(bob.send(alice, delivery, message)).isTrue();
    }
    alice.awaitReceived(3);
    bob.awaitReceived(3);
    assertThat(bob.received).allSatisfy(got -> assertThat(got.from()).isEqualTo(alice.id()));
    assertThat(bob.received)
        .extracting(TestNode.Received::protocol)
        .containsOnly(TestNode.PROTOCOL);
  }

  @Test
  void keepsTheOrderOfOrderedAndOfBulkMessages() {
    for (Delivery delivery : List.of(Delivery.ORDERED, Delivery.BULK)) {
      bob.received.clear();
      alice.run(() -> {
        for (int i = 0; i < 2_000; i++) {
          assertThat(alice.transport().send(bob.id(), TestNode.PROTOCOL, delivery, number(i)))
              .isTrue();
        }
      });
      bob.awaitReceived(2_000);
      for (int i = 0; i < 2_000; i++) {
        assertThat(bob.received.get(i).message()).isEqualTo(number(i));
      }
    }
  }

  @Test
  void carriesTheLongestMessagesUnchanged() {
    byte[] content = new byte[Environment.MAX_MESSAGE_BYTES];
    new java.util.Random(7).nextBytes(content);
    Bytes longest = Bytes.copyOf(content);
    Bytes datagram = longest.slice(0, Environment.MAX_DATAGRAM_BYTES);
    alice.send(bob, Delivery.ORDERED, longest);
    bob.awaitReceived(1);
    alice.send(bob, Delivery.BULK, longest);
    bob.awaitReceived(2);
    alice.send(bob, Delivery.DATAGRAM, datagram);
    bob.awaitReceived(3);
    assertThat(bob.received)
        .extracting(TestNode.Received::message)
        .containsExactly(longest, longest, datagram);
  }

  @Test
  void carriesEmptyMessages() {
    for (Delivery delivery : Delivery.values()) {
      alice.send(bob, delivery, Bytes.EMPTY);
    }
    bob.awaitReceived(3);
    assertThat(bob.received).extracting(TestNode.Received::message).containsOnly(Bytes.EMPTY);
  }

  @Test
  void rejectsTooLongMessagesOfItsOwnNode() {
    Bytes tooLong = Bytes.copyOf(new byte[Environment.MAX_MESSAGE_BYTES + 1]);
    Bytes tooLongDatagram = Bytes.copyOf(new byte[Environment.MAX_DATAGRAM_BYTES + 1]);
    assertThatThrownBy(() -> alice.send(bob, Delivery.ORDERED, tooLong))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> alice.send(bob, Delivery.DATAGRAM, tooLongDatagram))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The acknowledgement of a datagram alone takes 31 bytes, and with another datagram about 5. */
  @Test
  void aDatagramAnsweredAtOnceIsAcknowledgedInTheSamePacket() {
    bob.forwardTo(new Echo());
    List<Long> lengths = new ArrayList<>();
    for (int i = 1; i <= EXCHANGES; i++) {
      long before = udpBytesOut(bob);
      alice.send(bob, Delivery.DATAGRAM, number(i));
      alice.awaitReceived(i);
      lengths.add(udpBytesOut(bob) - before);
    }
    Collections.sort(lengths);
    assertThat(lengths.get(EXCHANGES / 2)).as("bytes with each answer of 2").isBetween(30L, 45L);
  }

  private static long udpBytesOut(TestNode node) {
    return Objects.requireNonNull(node.counters().carriers().get(CarrierKind.QUIC)).wireBytesOut();
  }

  private static Bytes number(int number) {
    return Bytes.copyOf((byte) (number >> 8), (byte) number);
  }

  /** Sends back what comes, before anything else happens. */
  private final class Echo implements TransportListener {

    @Override
    public void onMessage(NodeId from, ProtocolId protocol, Bytes message) {
      assertThat(bob.transport().send(from, protocol, Delivery.DATAGRAM, message)).isTrue();
    }

    @Override
    public void onSessionUp(NodeId peer, NodeAddress address, boolean dialled) {}

    @Override
    public void onSessionInDoubt(NodeId peer) {}

    @Override
    public void onSessionDown(NodeId peer, String reason) {}
  }
}
