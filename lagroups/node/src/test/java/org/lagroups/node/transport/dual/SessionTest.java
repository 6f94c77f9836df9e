package org.lagroups.node.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.TransportListener;
import org.lagroups.node.transport.TransportTiming;

/** How sessions come and go. */
@Tag("network")
final class SessionTest {

  private static final Bytes HELLO = Bytes.copyOf((byte) 1);

  /** Long pauses, so that only what happens at once can pass. */
  private static final TransportTiming SLOW = new TransportTiming(600_000, 3_000, 600_000, 600_000);

  private static final TransportTiming QUICK = new TransportTiming(30_000, 500, 10, 100);

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void describesTheSessionOnBothSides() {
    TestNode alice = opened(TestNode.open(1));
    TestNode bob = opened(TestNode.open(2));
    connect(alice, bob);
    alice.send(bob, Delivery.ORDERED, HELLO);
    bob.awaitReceived(1);
    SessionInfo info = alice.sessions().getFirst();
    assertThat(info.peer()).isEqualTo(bob.id());
    assertThat(info.address()).isEqualTo(bob.address());
    assertThat(info.dialled()).isTrue();
    assertThat(info.carriers()).contains(CarrierKind.QUIC);
    assertThat(info.bytesOut()).isEqualTo(1);
    SessionInfo other = bob.sessions().getFirst();
    assertThat(other.address()).isEqualTo(alice.address());
    assertThat(other.dialled()).isFalse();
    assertThat(other.bytesIn()).isEqualTo(1);
  }

  @Test
  void countsWhatPassesOnTheWireTheSameOnBothSides() {
    TestNode alice = opened(TestNode.open(1));
    TestNode bob = opened(TestNode.open(2));
    connect(alice, bob);
    alice.send(bob, Delivery.ORDERED, Bytes.copyOf(new byte[50_000]));
    bob.awaitReceived(1);
    assertThat(alice.counters().wireBytesOut()).isGreaterThan(50_000);
    alice.await(
        "equal counts",
        () -> alice.transport().counters().wireBytesOut() == bob.counters().wireBytesIn());
  }

  @Test
  void closingTellsPeersAtOnceAndItsOwnListenerNothing() {
    TestNode alice = opened(new TestNode.Setup().timing(SLOW).open(1));
    TestNode bob = opened(new TestNode.Setup().timing(SLOW).open(2));
    connect(alice, bob);
    bob.close();
    alice.await("the end of the session", () -> alice.downs.size() == 1);
    assertThat(alice.downs.getFirst()).contains("the node shut down");
    assertThat(bob.downs).isEmpty();
  }

  @Test
  void dialsAgainUntilThePeerAppears() {
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).open(1));
    TestNode early = TestNode.open(2);
    NodeAddress address = early.address();
    early.close();
    alice.keep(early.id(), address);
    alice.await("a failed dial", () -> alice.transport().counters().dialsFailed() > 1);
    TestNode bob = opened(new TestNode.Setup().port(address.port()).open(2));
    alice.awaitUp(bob);
  }

  @Test
  void triesAllAddressesOfAPeer() {
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).open(1));
    TestNode bob = opened(TestNode.open(2));
    TestNode other = opened(TestNode.open(3));
    alice.keep(
        bob.id(),
        new NodeAddress("name.invalid", bob.port()),
        other.address(),
        new NodeAddress("localhost", bob.port()));
    alice.awaitUp(bob);
    assertThat(alice.counters().dialsFailed()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void simultaneousDialsEndInOneSession() {
    List<TestNode> left = new ArrayList<>();
    List<TestNode> right = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      TestNode alice = opened(TestNode.open(1_000 + i));
      TestNode bob = opened(TestNode.open(2_000 + i));
      left.add(alice);
      right.add(bob);
      alice.keep(bob);
      bob.keep(alice);
    }
    for (int i = 0; i < 50; i++) {
      TestNode alice = left.get(i);
      TestNode bob = right.get(i);
      alice.awaitUp(bob);
      bob.awaitUp(alice);
      alice.send(bob, Delivery.ORDERED, HELLO);
      bob.send(alice, Delivery.ORDERED, HELLO);
      alice.awaitReceived(1);
      bob.awaitReceived(1);
    }
    for (int i = 0; i < 50; i++) {
      TestNode alice = left.get(i);
      TestNode bob = right.get(i);
      assertThat(alice.ups).containsExactly(bob.id());
      assertThat(bob.ups).containsExactly(alice.id());
      assertThat(alice.downs).isEmpty();
      assertThat(bob.downs).isEmpty();
      assertThat(alice.sessions().getFirst().dialled())
          .isNotEqualTo(bob.sessions().getFirst().dialled());
    }
  }

  @Test
  void aRestartedDiallerReplacesItsOldSessionAtOnce() throws IOException {
    TestNode bob = opened(new TestNode.Setup().timing(SLOW).open(2));
    Relay relay = opened(new Relay(bob));
    TestNode alice = new TestNode.Setup().timing(SLOW).open(1);
    alice.keep(bob.id(), relay.address());
    bob.awaitUp(alice);
    killBehind(relay, alice);
    TestNode again = opened(new TestNode.Setup().port(alice.port()).open(1));
    again.keep(bob.id(), relay.address());
    again.awaitUp(bob);
    bob.await("the new session", () -> bob.ups.size() == 2);
    assertThat(bob.downs)
        .singleElement()
        .isIn("the peer opened a newer session", "the peer no longer knows the session");
    assertThat(bob.sessions()).hasSize(1);
  }

  @Test
  void aRestartedAcceptorTellsThatItLostTheSession() throws IOException {
    TestNode bob = new TestNode.Setup().timing(SLOW).open(2);
    Relay relay = opened(new Relay(bob));
    TestNode alice =
        opened(new TestNode.Setup().timing(new TransportTiming(600_000, 3_000, 10, 100)).open(1));
    alice.keep(bob.id(), relay.address());
    bob.awaitUp(alice);
    alice.awaitUp(bob);
    killBehind(relay, bob);
    TestNode again = opened(new TestNode.Setup().port(bob.port()).open(2));
    alice.send(again, Delivery.DATAGRAM, Bytes.copyOf(new byte[100]));
    alice.await("a new session", () -> alice.ups.size() == 2);
    assertThat(alice.downs).containsExactly("the peer no longer knows the session");
    again.awaitUp(alice);
  }

  @Test
  void aSilentPeerIsGivenUpAfterTheIdleTime() {
    TransportTiming impatient = new TransportTiming(400, 3_000, 10, 100);
    TestNode bob = opened(new TestNode.Setup().timing(impatient).open(2));
    Relay relay = opened(new Relay(bob));
    TestNode alice = opened(new TestNode.Setup().timing(impatient).open(1));
    alice.keep(bob.id(), relay.address());
    alice.awaitUp(bob);
    relay.cut();
    alice.await("the end of the session", () -> !alice.downs.isEmpty());
    assertThat(alice.downs.getFirst()).contains("nothing was heard");
    relay.mend();
    alice.awaitUp(bob);
  }

  @Test
  void aWantedSessionStaysWithoutTrafficAndAnUnwantedOneEnds() {
    TransportTiming impatient = new TransportTiming(600, 3_000, 10, 100);
    TestNode alice = opened(new TestNode.Setup().timing(impatient).open(1));
    TestNode bob = opened(new TestNode.Setup().timing(impatient).open(2));
    connect(alice, bob);
    AtomicBoolean later = new AtomicBoolean();
    var _ = TestNode.LOOPS.schedule(() -> later.set(true), 2, TimeUnit.SECONDS);
    alice.await("some time", later::get);
    assertThat(alice.downs).isEmpty();
    alice.release(bob);
    alice.await("the end of the session", () -> alice.downs.size() == 1);
    assertThat(alice.ups).hasSize(1);
  }

  @Test
  void twentyNodesMeshFully() {
    List<TestNode> nodes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      nodes.add(opened(TestNode.open(3_000 + i)));
    }
    for (TestNode node : nodes) {
      nodes.stream().filter(peer -> peer != node).forEach(node::keep);
    }
    for (TestNode node : nodes) {
      node.await("19 sessions", () -> node.transport().sessions().size() == 19);
    }
    assertThat(nodes).allSatisfy(node -> assertThat(node.downs).isEmpty());
  }

  @Test
  void theListenerMayCloseTheTransportFromWithinACall() {
    TestNode alice = opened(TestNode.open(1));
    TestNode bob = opened(TestNode.open(2));
    bob.forwardTo(
        new TransportListener() {
          @Override
          public void onSessionUp(NodeId peer, NodeAddress address, boolean dialled) {}

          @Override
          public void onMessage(NodeId from, ProtocolId protocol, Bytes message) {
            bob.transport().close();
          }

          @Override
          public void onSessionInDoubt(NodeId peer) {}

          @Override
          public void onSessionDown(NodeId peer, String reason) {}
        });
    connect(alice, bob);
    alice.run(() -> {
      for (int i = 0; i < 10; i++) {
        alice.transport().send(bob.id(), TestNode.PROTOCOL, Delivery.ORDERED, HELLO);
      }
    });
    alice.await("the end of the session", () -> alice.downs.size() == 1);
    assertThat(bob.received).hasSize(1);
    assertThat(bob.downs).isEmpty();
  }

  /** As SIGKILL does: nobody is told. */
  private static void killBehind(Relay relay, TestNode node) throws IOException {
    relay.cut();
    node.close();
    relay.drain();
    relay.mend();
  }

  private static void connect(TestNode alice, TestNode bob) {
    alice.keep(bob);
    alice.awaitUp(bob);
    bob.awaitUp(alice);
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.add(closeable);
    return closeable;
  }
}
