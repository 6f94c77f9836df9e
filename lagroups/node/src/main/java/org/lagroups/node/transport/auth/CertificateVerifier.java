package org.lagroups.node.transport.auth;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.lagroups.node.transport.auth.PeerCheck.Accepted;
import org.lagroups.node.transport.auth.PeerCheck.Refused;

/**
 * Checks the certificate that a peer showed in a TLS handshake. The handshake itself has proved
 * that the peer holds the certificate's key; here is checked that a node vouches for that key.
 */
public final class CertificateVerifier {

  /** How far the clocks of two nodes may differ. */
  public static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(10);

  /** A longer-lived certificate is refused: a stolen session key has to become useless soon. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(7);

  private final InstantSource clock;

  public CertificateVerifier(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Checks the first certificate of the chain that a peer showed. Takes about 100 µs.
   *
   * @param der as it came; anything at all gives a result
   */
  public PeerCheck check(byte[] der) {
    return parse(der)
        .map(this::check)
        .orElseGet(() -> new Refused("what it showed is not a certificate"));
  }

  /** Checks what the peer showed in a handshake that has ended. */
  public PeerCheck check(SSLSession session) {
    try {
      return check(session.getPeerCertificates()[0].getEncoded());
    } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
      return new Refused("it showed no certificate");
    }
  }

  private PeerCheck check(X509Certificate certificate) {
    Optional<NodeKeyExtension> extension = NodeKeyExtension.of(certificate);
    if (extension.isEmpty()) {
      return new Refused("its certificate carries no node keys");
    }
    Instant notBefore = certificate.getNotBefore().toInstant();
    Instant notAfter = certificate.getNotAfter().toInstant();
    Optional<String> wrongTime = wrongTime(notBefore, notAfter);
    if (wrongTime.isPresent()) {
      return new Refused(wrongTime.get());
    }
    byte[] key = certificate.getPublicKey().getEncoded();
    return extension.get().vouchesFor(key, notBefore, notAfter)
        ? new Accepted(extension.get().node())
        : new Refused("the node named in its certificate did not sign the certificate's key");
  }

  private static Optional<X509Certificate> parse(byte[] der) {
    try {
      Certificate certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
      return certificate instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private Optional<String> wrongTime(Instant notBefore, Instant notAfter) {
    Instant now = clock.instant();
    if (notBefore.plus(MAX_LIFETIME).isBefore(notAfter)) {
      return Optional.of(
          "its certificate is valid for longer than " + MAX_LIFETIME.toDays() + " days");
    }
    if (now.plus(MAX_CLOCK_SKEW).isBefore(notBefore)) {
      return Optional.of(
          "its certificate is valid only from " + notBefore + "; are both clocks right?");
    }
    if (now.minus(MAX_CLOCK_SKEW).isAfter(notAfter)) {
      return Optional.of("its certificate ended at " + notAfter + "; are both clocks right?");
    }
    return Optional.empty();
  }
}
