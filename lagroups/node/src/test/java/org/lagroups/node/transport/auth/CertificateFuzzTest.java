package org.lagroups.node.transport.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.Identity;
import org.lagroups.node.transport.auth.PeerCheck.Accepted;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever a peer shows as its certificate: it proves who it is, or it is refused. */
final class CertificateFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Identity ALICE = Identity.generate(new Random(1));

  private final CertificateVerifier verifier = new CertificateVerifier(InstantSource.fixed(NOW));

  @MethodSource("certificates")
  @FuzzTest(maxDuration = "30s")
  void certificate(byte[] input) {
    if (verifier.check(input) instanceof Accepted accepted) {
      assertThat(accepted).isEqualTo(new Accepted(ALICE.publicIdentity()));
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(certificates(), this::certificate);
  }

  static List<byte[]> certificates() {
    try {
      return List.of(SessionCertificate.issue(ALICE, NOW).certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new AssertionError("a certificate that was made can be encoded", e);
    }
  }
}
