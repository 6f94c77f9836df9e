package org.lagroups.node.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.node.transport.PortInUseException;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.TransportTiming;

/** What a transport does when there is too much of something. */
@Tag("network")
final class LimitsTest {

  private static final Bytes MESSAGE = Bytes.copyOf(new byte[10_000]);
  private static final TransportTiming QUICK = new TransportTiming(30_000, 1_000, 10, 100);

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORDERED", "BULK"})
  void aFullQueueRefusesMessagesUntilItDrains(Delivery delivery) {
    TestNode bob = opened(TestNode.open(2));
    Relay relay = opened(new Relay(bob));
    TransportLimits narrow = new TransportLimits(256, 32, 128, 32, 500_000, 500_000);
    TestNode alice = opened(new TestNode.Setup().limits(narrow).open(1));
    alice.keep(bob.id(), relay.address());
    alice.awaitUp(bob);
    bob.awaitUp(alice);
    relay.cut();
    int taken = alice.call(() -> sendUntilRefused(alice, bob, delivery));
    assertThat(taken).isEqualTo(500_000 / (10_000 + 4));
    assertThat(alice.counters().droppedSends()).isEqualTo(1);
    relay.mend();
    bob.awaitReceived(taken);
    assertThat(alice.send(bob, delivery, MESSAGE)).isTrue();
    bob.awaitReceived(taken + 1);
  }

  @Test
  void aFullDatagramQueueRefusesMessages() {
    TestNode alice = opened(TestNode.open(1));
    TestNode bob = opened(TestNode.open(2));
    alice.keep(bob);
    alice.awaitUp(bob);
    Bytes datagram = Bytes.copyOf(new byte[1_000]);
    int taken =
        alice.call(() -> {
          int count = 0;
          while (count < 10_000
              && alice.transport().send(bob.id(), TestNode.PROTOCOL, Delivery.DATAGRAM, datagram)) {
            count++;
          }
          return count;
        });
    assertThat(taken).isLessThan(1_000);
    alice.await("room", () -> alice.transport().sessions().size() == 1);
    assertThat(alice.send(bob, Delivery.DATAGRAM, datagram)).isTrue();
  }

  @Test
  void bulkDoesNotDelayOrderedMessages() {
    TestNode alice = opened(TestNode.open(1));
    TestNode bob = opened(TestNode.open(2));
    alice.keep(bob);
    alice.awaitUp(bob);
    bob.awaitUp(alice);
    Bytes ordered = Bytes.copyOf((byte) 1);
    int bulk =
        alice.call(() -> {
          int count = sendUntilRefused(alice, bob, Delivery.BULK);
          alice.transport().send(bob.id(), TestNode.PROTOCOL, Delivery.ORDERED, ordered);
          return count;
        });
    bob.awaitReceived(bulk + 1);
    List<Bytes> arrived = bob.received.stream().map(TestNode.Received::message).toList();
    assertThat(arrived.indexOf(ordered)).isLessThan(bulk / 2);
  }

  @Test
  void beyondTheLimitOnlyWantedPeersGetASession() {
    TransportLimits single = new TransportLimits(1, 32, 128, 32, 1 << 20, 1 << 20);
    TestNode bob = opened(new TestNode.Setup().limits(single).open(2));
    TestNode first = opened(TestNode.open(1));
    first.keep(bob);
    first.awaitUp(bob);
    bob.awaitUp(first);
    TestNode second = opened(new TestNode.Setup().timing(QUICK).open(3));
    second.keep(bob);
    second.await("a refusal", () -> second.transport().counters().dialsFailed() > 0);
    assertThat(second.ups).isEmpty();
    bob.keep(second);
    second.awaitUp(bob);
    bob.awaitUp(second);
  }

  @Test
  void fewDialsAtATimeStillReachEveryone() {
    TransportLimits oneByOne = new TransportLimits(256, 1, 128, 32, 1 << 20, 1 << 20);
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).limits(oneByOne).open(1));
    TestNode gone = TestNode.open(99);
    gone.close();
    alice.keep(gone);
    List<TestNode> peers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      peers.add(opened(TestNode.open(10 + i)));
    }
    peers.forEach(alice::keep);
    peers.forEach(alice::awaitUp);
  }

  @Test
  void aPortInUseSaysWhatToDo() {
    TestNode alice = opened(TestNode.open(1));
    assertThatThrownBy(() -> new TestNode.Setup().port(alice.port()).open(2))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .isInstanceOf(PortInUseException.class)
        .hasMessageContaining("UDP port " + alice.port())
        .hasMessageContaining("another port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void listensOnAllAddresses(String any) {
    TestNode bob =
        opened(new TestNode.Setup().bind(new InetSocketAddress(any, 0)).timing(QUICK).open(2));
    TestNode alice =
        opened(new TestNode.Setup().bind(new InetSocketAddress(any, 0)).timing(QUICK).open(1));
    alice.keep(bob);
    alice.awaitUp(bob);
    alice.send(bob, Delivery.ORDERED, MESSAGE);
    bob.awaitReceived(1);
  }

  private static int sendUntilRefused(TestNode from, TestNode to, Delivery delivery) {
    int taken = 0;
    while (from.transport().send(to.id(), TestNode.PROTOCOL, delivery, MESSAGE)) {
      taken++;
    }
    return taken;
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.add(closeable);
    return closeable;
  }
}
