package org.lagroups.node.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.auth.Forgery;
import org.lagroups.node.transport.auth.SessionCertificate;
import org.lagroups.node.transport.lane.LaneMessage;
import org.lagroups.node.transport.link.Attachment;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.link.SessionMessages;
import org.lagroups.simnet.seed.Seeds;

/** Peers that keep to no rules do no harm over TCP either. */
@Tag("network")
final class HostileTcpPeerTest {

  private static final TransportTiming QUICK = new TransportTiming(30_000, 1_000, 10, 100);
  private static final EnumSet<CarrierKind> TCP = EnumSet.of(CarrierKind.TCP);

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final TestNode bob = opened(new TestNode.Setup().timing(QUICK).open(2));

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @Test
  void survivesGarbageOnItsPort() {
    Seeds.forEach(
        50,
        5_000,
        seed -> {
          Random random = new Random(seed);
          byte[] noise = new byte[1 + random.nextInt(40_000)];
          random.nextBytes(noise);
          if (random.nextBoolean()) {
            looksLikeAClientHello(noise);
          }
          try (Socket socket = raw(bob)) {
            write(socket, noise);
          }
        });
    bob.await("refusals", () -> bob.transport().counters().refusedPeers() > 0);
    assertStillWorks();
  }

  @Test
  void refusesForgedCertificatesWhicheverSideShowsThem() {
    Instant longAgo = Instant.now().minus(Duration.ofDays(30));
    List<TestNode.Setup.Issuer> forgeries =
        List.of(
            (identity, now) -> Forgery.withoutNodeKeys(now),
            (identity, now) -> Forgery.signedByAnother(identity, TestNode.identity(666), now),
            (identity, now) ->
                Forgery.withStolenExtension(SessionCertificate.issue(identity, now), now),
            (identity, now) -> SessionCertificate.issue(identity, longAgo));
    TestNode carol = opened(new TestNode.Setup().timing(QUICK).carriers(TCP).open(4));
    for (TestNode.Setup.Issuer forgery : forgeries) {
      TestNode mallory =
          opened(new TestNode.Setup().timing(QUICK).carriers(TCP).issuer(forgery).open(3));
      long before = carol.counters().refusedPeers();
      mallory.keep(carol);
      carol.await(
          "a refusal of the caller", () -> carol.transport().counters().refusedPeers() > before);
      mallory.release(carol);
      long between = carol.counters().refusedPeers();
      carol.keep(mallory);
      carol.await(
          "a refusal of the called", () -> carol.transport().counters().refusedPeers() > between);
      carol.release(mallory);
      assertThat(carol.ups).isEmpty();
      assertThat(mallory.ups).isEmpty();
    }
  }

  @Test
  void closesConnectionsThatSayNothingOrTooSlowly() throws Exception {
    Socket silent = opened(raw(bob));
    Socket slow = opened(raw(bob));
    write(slow, new byte[] {22, 3, 1});
    RawTlsPeer authenticated = opened(RawTlsPeer.connect(bob, 666));
    assertThat(silent.getInputStream().readAllBytes()).isEmpty();
    slow.getInputStream().readAllBytes();
    authenticated.readToTheEnd();
    assertStillWorks();
  }

  @Test
  void closesWhatIsBeyondTheLimitBeforeReadingAByte() throws Exception {
    TransportTiming patient = new TransportTiming(30_000, 30_000, 10, 100);
    TransportLimits narrow = new TransportLimits(256, 32, 4, 4, 1 << 20, 1 << 20);
    TestNode carol = opened(new TestNode.Setup().timing(patient).limits(narrow).open(4));
    List<Socket> holding = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      holding.add(opened(raw(carol)));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(isClosed(opened(raw(carol)))).isTrue();
    }
    holding.getFirst().close();
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).carriers(TCP).open(1));
    alice.keep(carol);
    alice.awaitUp(carol);
  }

  @Test
  void refusesWhateverComesBeforeAHello() throws Exception {
    int tooLong = Environment.MAX_MESSAGE_BYTES + 1;
    List<byte[]> openings =
        List.of(
            RawPeer.frame(1, new byte[] {1, 2, 3}),
            RawPeer.frame(0, new byte[0]),
            RawPeer.frame(0, new byte[] {2}),
            RawPeer.frame(0, new byte[] {99}),
            new byte[] {1, (byte) (tooLong >> 16), (byte) (tooLong >> 8), (byte) tooLong},
            new byte[] {1, (byte) 0xf0, 0, 0},
            concat(RawPeer.hello(), RawPeer.hello()));
    for (byte[] opening : openings) {
      RawTlsPeer mallory = opened(RawTlsPeer.connect(bob, 666));
      mallory.send(opening);
      byte[] farewell = said(new SessionMessage.Farewell(CloseReason.MALFORMED.code()));
      assertThat(mallory.readToTheEnd()).endsWith(farewell);
    }
    assertThat(bob.counters().refusedMessages()).isEqualTo(openings.size());
    assertThat(bob.received).isEmpty();
    assertStillWorks();
  }

  @Test
  void aConnectionForASessionThatIsNotThereIsRefused() throws Exception {
    Bytes token = Bytes.copyOf(new byte[Hello.RESET_TOKEN_LENGTH]);
    RawTlsPeer mallory = opened(RawTlsPeer.connect(bob, 666));
    mallory.send(said(new SessionMessage.Attaching(new Attachment(1, 2, 3, token))));
    assertThat(mallory.readToTheEnd())
        .isEqualTo(said(new SessionMessage.Farewell(CloseReason.UNKNOWN_SESSION.code())));
    assertStillWorks();
  }

  @Test
  void whoAsksForWhatWasNeverSentLosesTheSession() throws Exception {
    RawTlsPeer mallory = opened(RawTlsPeer.connect(bob, 666));
    mallory.send(concat(RawPeer.hello(), said(new SessionMessage.Confirmation())));
    bob.await("a session", () -> bob.ups.size() == 1);
    mallory.send(said(new SessionMessage.OfLanes(new LaneMessage.Resume(1, 1, 0))));
    bob.await("its end", () -> bob.downs.size() == 1);
    assertThat(bob.counters().refusedMessages()).isEqualTo(1);
    assertStillWorks();
  }

  @Test
  void whoAsksWithoutReadingAnswersLosesTheSession() throws Exception {
    RawTlsPeer mallory = opened(RawTlsPeer.connect(bob, 666));
    mallory.send(concat(RawPeer.hello(), said(new SessionMessage.Confirmation())));
    bob.await("a session", () -> bob.ups.size() == 1);
    byte[] ping = said(new SessionMessage.Ping());
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 3_000; i++) {
      many.writeBytes(ping);
    }
    byte[] pings = many.toByteArray();
    try {
      for (int i = 0; i < 2_000 && bob.downs.isEmpty(); i++) {
        mallory.send(pings);
      }
    } catch (SocketException e) {
      assertThat(e).as("the node has closed the connection").isNotNull();
    }
    bob.await("the end of the session", () -> bob.downs.size() == 1);
    assertThat(bob.counters().refusedMessages()).isEqualTo(1);
    assertStillWorks();
  }

  private void assertStillWorks() {
    TestNode dave = opened(new TestNode.Setup().timing(QUICK).carriers(TCP).open(4));
    dave.keep(bob);
    dave.awaitUp(bob);
    int before = bob.received.size();
    dave.send(bob, Delivery.BULK, Bytes.copyOf((byte) 9));
    bob.awaitReceived(before + 1);
    dave.close();
  }

  private static byte[] said(SessionMessage message) {
    return RawPeer.frame(0, SessionMessages.encode(message).toArray());
  }

  /** A TLS record of type handshake with as much content as its header claims. */
  private static void looksLikeAClientHello(byte[] noise) {
    byte[] start = {22, 3, 1, 0x10, 0, 1, 0, 0x0f, (byte) 0xfc, 3, 3};
    System.arraycopy(start, 0, noise, 0, Math.min(start.length, noise.length));
  }

  private static Socket raw(TestNode target) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), target.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** The node may close the connection meanwhile. */
  private static void write(Socket socket, byte[] content) throws IOException {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(content);
    } catch (SocketException e) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
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
