package org.lagroups.node.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lagroups.node.transport.CarrierCounters;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.auth.Forgery;
import org.lagroups.node.transport.auth.SessionCertificate;

/** Who gets a session, and who is refused. */
@Tag("network")
final class AuthenticationTest {

  private static final TransportTiming QUICK = new TransportTiming(30_000, 1_000, 10, 100);

  private final List<TestNode> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(TestNode::close);
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
    TestNode bob = opened(new TestNode.Setup().timing(QUICK).open(2));
    for (TestNode.Setup.Issuer forgery : forgeries) {
      TestNode mallory = opened(new TestNode.Setup().timing(QUICK).issuer(forgery).open(3));
      final long before = bob.counters().refusedPeers();
      mallory.keep(bob);
      bob.await(
          "a refusal of the caller", () -> bob.transport().counters().refusedPeers() > before);
      mallory.release(bob);
      final long between = bob.counters().refusedPeers();
      bob.keep(mallory);
      bob.await(
          "a refusal of the called", () -> bob.transport().counters().refusedPeers() > between);
      bob.release(mallory);
      assertThat(bob.ups).isEmpty();
      assertThat(mallory.ups).isEmpty();
    }
  }

  @Test
  void refusesANodeOtherThanTheOneDialled() {
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).open(1));
    TestNode bob = opened(TestNode.open(2));
    TestNode carol = opened(TestNode.open(3));
    alice.keep(carol.id(), bob.address());
    alice.await("a refusal", () -> alice.transport().counters().refusedPeers() > 0);
    assertThat(alice.ups).isEmpty();
    assertThat(bob.ups).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = SslProvider.class,
      names = {"OPENSSL", "JDK"})
  void givesNobodyATicketToResumeTlsBy(SslProvider tls) throws Exception {
    TestNode bob = opened(new TestNode.Setup().tls(tls).open(2));
    try (RawTlsPeer peer = RawTlsPeer.connect(bob, 666)) {
      peer.send(RawPeer.frame(0, new byte[] {99}));
      assertThat(peer.readToTheEnd()).as("a farewell").isNotEmpty();
    }
    CarrierCounters sent = bob.counters().carriers().get(CarrierKind.TCP);
    assertThat(Objects.requireNonNull(sent).wireBytesOut())
        .as("bytes of a handshake and a farewell; a ticket has at least 600 more")
        .isBetween(500L, 1_200L);
  }

  @Test
  void neverHasASessionWithItself() {
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).open(1));
    TestNode bob = opened(TestNode.open(2));
    alice.keep(alice);
    alice.keep(bob.id(), alice.address());
    alice.await("a refusal", () -> alice.transport().counters().refusedPeers() > 0);
    assertThat(alice.ups).isEmpty();
  }

  @Test
  void aDeniedPeerGetsNoSessionWhoeverDials() {
    TestNode bob = opened(new TestNode.Setup().timing(QUICK).open(2));
    TestNode alice = opened(new TestNode.Setup().timing(QUICK).denying(bob.id()::equals).open(1));
    bob.keep(alice);
    alice.keep(bob);
    alice.await("a refusal", () -> alice.transport().counters().refusedPeers() > 0);
    bob.await("a failed dial", () -> bob.transport().counters().dialsFailed() > 1);
    assertThat(alice.ups).isEmpty();
    assertThat(bob.ups).isEmpty();
    assertThat(alice.counters().dialsFailed()).isZero();
    TestNode carol = opened(TestNode.open(3));
    carol.keep(alice);
    carol.awaitUp(alice);
  }

  @Test
  void renewsItsCertificateBeforeItEnds() {
    List<Instant> issued = new ArrayList<>();
    TestNode bob =
        opened(
            new TestNode.Setup()
                .issuer((identity, now) -> {
                  issued.add(now);
                  // Half of its life is over.
                  return Forgery.valid(
                      identity, now.minus(Duration.ofMinutes(40)), Duration.ofHours(1));
                })
                .open(2));
    assertThat(issued).hasSize(1);
    TestNode alice = opened(TestNode.open(1));
    alice.keep(bob);
    alice.awaitUp(bob);
    assertThat(issued).hasSizeGreaterThan(1);
  }

  private TestNode opened(TestNode node) {
    opened.add(node);
    return node;
  }
}
