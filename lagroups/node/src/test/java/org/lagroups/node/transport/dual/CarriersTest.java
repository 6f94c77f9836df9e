package org.lagroups.node.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslProvider;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.node.transport.CarrierCounters;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.TransportTiming;

/** Sessions over both carriers, of which one is cut. */
@Tag("network")
final class CarriersTest {

  private static final TransportTiming QUICK = new TransportTiming(30_000, 1_000, 10, 100);
  private static final int BULK_MESSAGE_BYTES = 60_000;

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SslProvider.class,
      names = {"OPENSSL", "JDK"})
  void bothCarriersComeUpAndBulkGoesOverTcp(SslProvider tls) {
    TestNode alice = opened(new TestNode.Setup().tls(tls).open(1));
    TestNode bob = opened(new TestNode.Setup().tls(tls).open(2));
    alice.keep(bob);
    awaitBoth(alice, bob);
    bulk(alice, bob, 20);
    assertArrivedInOrder(bob, 20);
    assertThat(bytesOut(alice, CarrierKind.TCP)).isGreaterThan(20 * BULK_MESSAGE_BYTES);
    assertThat(bytesOut(alice, CarrierKind.QUIC)).isLessThan(20_000);
  }

  @Test
  void worksWithoutEpoll() {
    EventLoopGroup nio = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    opened.add(() -> nio.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly());
    TestNode alice = opened(new TestNode.Setup().loop(nio.next()).tls(SslProvider.JDK).open(1));
    TestNode bob = opened(TestNode.open(2));
    alice.keep(bob);
    awaitBoth(alice, bob);
    bulk(bob, alice, 20);
    assertArrivedInOrder(alice, 20);
  }

  @Test
  void theDeathOfAProcessPutsTheSessionInDoubtAtOnce() throws Exception {
    TestNode bob = opened(TestNode.open(2));
    Relay udp = opened(new Relay(bob));
    TcpRelay tcp = opened(new TcpRelay(bob, udp.port()));
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).open(1));
    alice.keep(bob.id(), udp.address());
    awaitBoth(alice, bob);
    udp.cut();
    tcp.reset();
    tcp.refuse();
    alice.await("a doubt", () -> !alice.doubts.isEmpty());
    bob.await("a doubt of the other side", () -> !bob.doubts.isEmpty());
    assertThat(alice.downs).isEmpty();
    assertThat(alice.doubts).containsExactly(bob.id());
    assertThat(alice.sessions().getFirst().carriers()).containsExactly(CarrierKind.QUIC);
  }

  @Test
  void aFarewellIsNoDoubt() {
    TestNode alice = opened(TestNode.open(1));
    TestNode bob = opened(TestNode.open(2));
    alice.keep(bob);
    awaitBoth(alice, bob);
    bob.close();
    alice.await("the end of the session", () -> !alice.downs.isEmpty());
    assertThat(alice.doubts).isEmpty();
  }

  @Test
  void withoutTcpQuicCarriesEverything() throws Exception {
    TestNode bob = opened(TestNode.open(2));
    Relay udp = opened(new Relay(bob));
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).open(1));
    alice.keep(bob.id(), udp.address());
    alice.awaitUp(bob);
    bob.awaitUp(alice);
    bulk(alice, bob, 20);
    assertArrivedInOrder(bob, 20);
    assertThat(alice.sessions().getFirst().carriers()).containsExactly(CarrierKind.QUIC);
    // TCP becomes reachable while the session lasts.
    opened(new TcpRelay(bob, udp.port()));
    awaitBoth(alice, bob);
    assertThat(alice.ups).hasSize(1);
  }

  @Test
  void withoutUdpTcpCarriesEverything() throws Exception {
    TestNode bob = opened(TestNode.open(2));
    Relay udp = opened(new Relay(bob));
    udp.cut();
    opened(new TcpRelay(bob, udp.port()));
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).open(1));
    alice.keep(bob.id(), udp.address());
    alice.awaitUp(bob);
    bob.awaitUp(alice);
    assertThat(alice.sessions().getFirst().carriers()).containsExactly(CarrierKind.TCP);
    alice.send(bob, Delivery.DATAGRAM, number(0, 10));
    alice.send(bob, Delivery.ORDERED, number(1, 10));
    alice.send(bob, Delivery.BULK, number(2, 10));
    bob.awaitReceived(3);
    // UDP becomes reachable while the session lasts.
    udp.mend();
    awaitBoth(alice, bob);
    assertThat(alice.ups).hasSize(1);
  }

  @Test
  void whatTcpLosesInTheMiddleOfATransferComesOverQuicOnceAndInOrder() throws Exception {
    TestNode bob = opened(TestNode.open(2));
    Relay udp = opened(new Relay(bob));
    TcpRelay tcp = opened(new TcpRelay(bob, udp.port()));
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).open(1));
    alice.keep(bob.id(), udp.address());
    awaitBoth(alice, bob);
    bulk(alice, bob, 120);
    bob.awaitReceived(20);
    tcp.reset();
    assertArrivedInOrder(bob, 120);
    bulk(bob, alice, 20);
    assertArrivedInOrder(alice, 20);
    awaitBoth(alice, bob);
    assertThat(alice.ups).hasSize(1);
    assertThat(alice.downs).isEmpty();
    assertThat(bob.downs).isEmpty();
  }

  @Test
  void aTcpConnectionThatGoesSilentIsGivenUpForQuic() throws Exception {
    TransportTiming shorter = new TransportTiming(3_000, 1_000, 10, 100);
    TestNode bob = opened(new TestNode.Setup().timing(shorter).open(2));
    Relay udp = opened(new Relay(bob));
    TcpRelay tcp = opened(new TcpRelay(bob, udp.port()));
    TestNode alice = opened(new TestNode.Setup().timing(shorter).open(1));
    alice.keep(bob.id(), udp.address());
    awaitBoth(alice, bob);
    tcp.stall();
    bulk(alice, bob, 100);
    assertArrivedInOrder(bob, 100);
    assertThat(alice.downs).isEmpty();
  }

  @Test
  void datagramsGoOverTcpSoonAfterQuicWasCut() throws Exception {
    TestNode bob = opened(new TestNode.Setup().timing(QUICK).open(2));
    Relay udp = opened(new Relay(bob));
    opened(new TcpRelay(bob, udp.port()));
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).open(1));
    alice.keep(bob.id(), udp.address());
    awaitBoth(alice, bob);
    udp.cut();
    // Long before the idle time, after which QUIC itself would give up.
    alice.await("a datagram that arrives", () -> isHeardOf(alice, bob));
    assertThat(alice.sessions().getFirst().carriers()).containsExactly(CarrierKind.TCP);
    assertThat(bob.sessions().getFirst().carriers()).containsExactly(CarrierKind.TCP);
    udp.mend();
    awaitBoth(alice, bob);
    assertThat(alice.ups).hasSize(1);
    assertThat(alice.downs).isEmpty();
    assertThat(bob.downs).isEmpty();
    assertThat(alice.doubts).as("the peer was never in doubt").isEmpty();
  }

  /** Sends once more; on the sender's event loop. */
  private static boolean isHeardOf(TestNode from, TestNode to) {
    var _ = from.transport().send(to.id(), TestNode.PROTOCOL, Delivery.DATAGRAM, number(0, 10));
    return !to.received.isEmpty();
  }

  private static void awaitBoth(TestNode alice, TestNode bob) {
    List<CarrierKind> both = List.of(CarrierKind.TCP, CarrierKind.QUIC);
    alice.await("both carriers", () -> carriers(alice).equals(both));
    bob.await("both carriers there", () -> carriers(bob).equals(both));
  }

  /** On the node's event loop. */
  private static List<CarrierKind> carriers(TestNode node) {
    var sessions = node.transport().sessions();
    return sessions.isEmpty() ? List.of() : sessions.getFirst().carriers();
  }

  private static long bytesOut(TestNode node, CarrierKind carrier) {
    CarrierCounters counters = node.counters().carriers().get(carrier);
    return counters == null ? -1 : counters.wireBytesOut();
  }

  private static void bulk(TestNode from, TestNode to, int count) {
    from.run(() -> {
      for (int i = 0; i < count; i++) {
        assertThat(
                from.transport()
                    .send(to.id(), TestNode.PROTOCOL, Delivery.BULK, number(i, BULK_MESSAGE_BYTES)))
            .isTrue();
      }
    });
  }

  private static void assertArrivedInOrder(TestNode node, int count) {
    node.awaitReceived(count);
    List<TestNode.Received> received = List.copyOf(node.received);
    assertThat(received).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(received.get(i).message().asReadOnlyBuffer().getInt()).isEqualTo(i);
    }
  }

  private static Bytes number(int number, int length) {
    return Bytes.wrapOwned(ByteBuffer.allocate(length).putInt(0, number).array());
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.add(closeable);
    return closeable;
  }
}
