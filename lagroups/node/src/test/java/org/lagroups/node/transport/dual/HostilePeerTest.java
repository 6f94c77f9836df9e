package org.lagroups.node.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.simnet.seed.Seeds;

/** Peers that keep to no rules do no harm. */
@Tag("network")
final class HostilePeerTest {

  private static final TransportTiming QUICK = new TransportTiming(30_000, 1_000, 10, 100);

  /** Handshakes that say nothing stay open for as long as the test may take. */
  private static final TransportTiming PATIENT = new TransportTiming(30_000, 30_000, 10, 100);

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final TestNode bob = opened(new TestNode.Setup().timing(QUICK).open(2));

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @Test
  void refusesAPeerWithoutCertificate() throws Exception {
    RawPeer mallory = opened(RawPeer.connectWithoutCertificate(bob));
    awaitClosed(mallory);
    bob.await("a refusal", () -> bob.transport().counters().refusedPeers() == 1);
    assertStillWorks();
  }

  @Test
  void countsATooLongMessageAndEndsTheSession() throws Exception {
    RawPeer mallory = opened(RawPeer.connect(bob, 666));
    int tooLong = Environment.MAX_MESSAGE_BYTES + 1;
    byte[] header = {1, (byte) (tooLong >> 16), (byte) (tooLong >> 8), (byte) tooLong};
    mallory.stream(concat(RawPeer.hello(), header));
    awaitClosed(mallory);
    assertThat(bob.counters().refusedMessages()).isEqualTo(1);
    assertStillWorks();
  }

  @Test
  void refusesWhateverComesBeforeAHello() throws Exception {
    List<byte[]> openings =
        List.of(
            RawPeer.frame(1, new byte[] {1, 2, 3}),
            RawPeer.frame(0, new byte[0]),
            RawPeer.frame(0, new byte[] {1, 2, 3}),
            RawPeer.frame(0, new byte[] {2}),
            RawPeer.frame(0, new byte[] {99}),
            concat(RawPeer.hello(), RawPeer.hello()));
    for (byte[] opening : openings) {
      RawPeer mallory = opened(RawPeer.connect(bob, 666));
      mallory.stream(opening);
      awaitClosed(mallory);
    }
    assertThat(bob.counters().refusedMessages()).isEqualTo(openings.size());
    assertThat(bob.received).isEmpty();
    assertStillWorks();
  }

  @Test
  void ignoresDatagramsWithoutASession() throws Exception {
    RawPeer mallory = opened(RawPeer.connect(bob, 666));
    mallory.datagram((byte) 1, (byte) 2);
    mallory.stream(RawPeer.frame(7, new byte[10]));
    awaitClosed(mallory);
    assertThat(bob.received).isEmpty();
  }

  @Test
  void closesConnectionsThatSayNothing() throws Exception {
    RawPeer mallory = opened(RawPeer.connect(bob, 666));
    awaitClosed(mallory);
    assertStillWorks();
  }

  @Test
  void survivesGarbageInStreams() {
    Seeds.forEach(
        20,
        1_000,
        seed -> {
          Random random = new Random(seed);
          byte[] noise = new byte[random.nextInt(20_000)];
          random.nextBytes(noise);
          try (RawPeer mallory = RawPeer.connect(bob, 666)) {
            mallory.stream(random.nextBoolean() ? noise : concat(RawPeer.hello(), noise));
            mallory.stream(noise);
            mallory.datagram(noise.length > 1_000 ? new byte[] {0} : noise);
          }
        });
    assertStillWorks();
  }

  @Test
  void survivesGarbageOnItsPort() {
    TestNode alice = connectedPeer(1);
    Seeds.forEach(
        500,
        50_000,
        seed -> {
          Random random = new Random(seed);
          byte[] noise = new byte[random.nextInt(1_400)];
          random.nextBytes(noise);
          if (noise.length > 20 && random.nextBoolean()) {
            looksLikeAnInitialPacket(noise, random);
          }
          sendTo(bob, noise);
        });
    alice.send(bob, Delivery.ORDERED, Bytes.copyOf((byte) 5));
    bob.awaitReceived(1);
    assertThat(alice.downs).isEmpty();
    assertStillWorks();
  }

  @Test
  void asksForProofOfTheAddressWhileOthersHoldHandshakesOpenAndLetsInWhoGivesIt() throws Exception {
    TransportLimits narrow = new TransportLimits(256, 32, 4, 4, 1 << 20, 1 << 20);
    TestNode carol = opened(new TestNode.Setup().timing(PATIENT).limits(narrow).open(3));
    Relay quiet = opened(new Relay(carol));
    TestNode first = opened(TestNode.open(5));
    first.keep(carol.id(), quiet.address());
    first.awaitUp(carol);
    carol.awaitUp(first);
    assertThat(quiet.retries()).as("while nothing is going on").isZero();

    // Two are half of the limit: from now on a caller has to show that it has its address.
    opened(RawPeer.connect(carol, 666));
    opened(RawPeer.connect(carol, 667));
    Relay busy = opened(new Relay(carol));
    bob.keep(carol.id(), busy.address());
    bob.awaitUp(carol);
    assertThat(busy.retries()).isEqualTo(1);
    bob.send(carol, Delivery.ORDERED, Bytes.copyOf((byte) 7));
    carol.awaitReceived(1);
  }

  private void assertStillWorks() {
    TestNode dave = connectedPeer(4);
    int before = bob.received.size();
    dave.send(bob, Delivery.BULK, Bytes.copyOf((byte) 9));
    bob.awaitReceived(before + 1);
  }

  private TestNode connectedPeer(int seed) {
    TestNode peer = opened(TestNode.open(seed));
    peer.keep(bob);
    peer.awaitUp(bob);
    return peer;
  }

  private static void awaitClosed(RawPeer peer) throws InterruptedException {
    assertThat(peer.closed().await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static void looksLikeAnInitialPacket(byte[] noise, Random random) {
    noise[0] = (byte) (0xc0 | random.nextInt(16));
    noise[1] = 0;
    noise[2] = 0;
    noise[3] = 0;
    noise[4] = 1;
    noise[5] = (byte) random.nextInt(24);
  }

  private static void sendTo(TestNode node, byte[] content) throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(
              content, content.length, InetAddress.getLoopbackAddress(), node.port()));
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.add(closeable);
    return closeable;
  }
}
