package org.lagroups.node.transport.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.node.transport.auth.PeerCheck.Accepted;
import org.lagroups.node.transport.auth.PeerCheck.Refused;
import org.lagroups.simnet.seed.Seeds;

final class CertificateVerifierTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Identity alice = Identity.generate(new Random(1));
  private final Identity mallory = Identity.generate(new Random(2));
  private final CertificateVerifier verifier = new CertificateVerifier(InstantSource.fixed(NOW));

  @Test
  void acceptsTheCertificateThatANodeIssues() {
    SessionCertificate certificate = SessionCertificate.issue(alice, NOW);
    assertThat(check(certificate)).isEqualTo(new Accepted(alice.publicIdentity()));
    assertThat(certificate.renewAt()).isAfter(NOW);
  }

  @Test
  void acceptsACertificateWithinTheClockSkew() {
    Duration skew = CertificateVerifier.MAX_CLOCK_SKEW.minus(MINUTE);
    assertAccepted(Forgery.valid(alice, NOW.plus(skew), MINUTE));
    assertAccepted(Forgery.valid(alice, NOW.minus(skew).minus(MINUTE), MINUTE));
  }

  @Test
  void refusesAnExpiredCertificate() {
    Instant longAgo = NOW.minus(SessionCertificate.LIFETIME).minus(Duration.ofHours(1));
    assertRefused(SessionCertificate.issue(alice, longAgo), "ended at");
  }

  @Test
  void refusesACertificateOfTheFuture() {
    assertRefused(SessionCertificate.issue(alice, NOW.plus(Duration.ofHours(1))), "only from");
  }

  @Test
  void refusesALongLivedCertificate() {
    Duration tooLong = CertificateVerifier.MAX_LIFETIME.plusSeconds(1);
    assertRefused(Forgery.valid(alice, NOW, tooLong), "longer than");
  }

  @Test
  void refusesACertificateWithoutNodeKeys() {
    assertRefused(Forgery.withoutNodeKeys(NOW), "no node keys");
    assertRefused(Forgery.withGarbageForNodeKeys(NOW), "no node keys");
  }

  @Test
  void refusesACertificateThatAnotherNodeSigned() {
    assertRefused(Forgery.signedByAnother(alice, mallory, NOW), "did not sign");
  }

  @Test
  void refusesAnExtensionTakenFromAnotherCertificate() {
    SessionCertificate stolen = SessionCertificate.issue(alice, NOW);
    assertRefused(Forgery.withStolenExtension(stolen, NOW), "did not sign");
  }

  @Test
  void refusesAnyChangedByteOrGivesTheSameNode() {
    byte[] der = encoded(SessionCertificate.issue(alice, NOW));
    Seeds.forEach(
        300,
        20_000,
        seed -> {
          Random random = new Random(seed);
          byte[] changed = der.clone();
          changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
          if (verifier.check(changed) instanceof Accepted(var node)) {
            assertThat(node).isEqualTo(alice.publicIdentity());
          }
        });
  }

  @Test
  void refusesWhatIsNoCertificate() {
    Seeds.forEach(
        100,
        10_000,
        seed -> {
          Random random = new Random(seed);
          byte[] noise = new byte[random.nextInt(600)];
          random.nextBytes(noise);
          assertThat(verifier.check(noise)).isInstanceOf(Refused.class);
        });
  }

  private void assertAccepted(SessionCertificate certificate) {
    assertThat(check(certificate)).isInstanceOf(Accepted.class);
  }

  private void assertRefused(SessionCertificate certificate, String reason) {
    assertThat(check(certificate))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains(reason));
  }

  private PeerCheck check(SessionCertificate certificate) {
    return verifier.check(encoded(certificate));
  }

  private static byte[] encoded(SessionCertificate certificate) {
    try {
      return certificate.certificate().getEncoded();
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
