package org.lagroups.node.transport.auth;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.lagroups.core.crypto.Identity;

/** Session certificates that have to be refused, and how long each claims to be valid. */
public final class Forgery {

  private Forgery() {}

  /** A plain certificate. */
  public static SessionCertificate withoutNodeKeys(Instant now) {
    return made(now, Optional.empty());
  }

  /** With an extension that is not of the right form. */
  public static SessionCertificate withGarbageForNodeKeys(Instant now) {
    return made(now, Optional.of(new DEROctetString(new byte[] {1, 2, 3})));
  }

  /** Claims to be {@code victim}, but another node signed. */
  public static SessionCertificate signedByAnother(Identity victim, Identity forger, Instant now) {
    KeyPair keys = SessionCertificate.newKeys();
    NodeKeyExtension own =
        NodeKeyExtension.signed(forger, keys.getPublic().getEncoded(), start(now), end(now));
    NodeKeyExtension claimed = new NodeKeyExtension(victim.publicIdentity(), own.signature());
    return made(keys, now, Optional.of(claimed.encoded()));
  }

  /** The extension of a true certificate, on a certificate with another key. */
  public static SessionCertificate withStolenExtension(SessionCertificate stolen, Instant now) {
    NodeKeyExtension extension = NodeKeyExtension.of(stolen.certificate()).orElseThrow();
    return made(now, Optional.of(extension.encoded()));
  }

  /** Rightly signed, for a time of the caller's choice. */
  public static SessionCertificate valid(Identity identity, Instant from, Duration lifetime) {
    Instant start = from.truncatedTo(ChronoUnit.SECONDS);
    return SessionCertificate.issue(
        identity, SessionCertificate.newKeys(), start, start.plus(lifetime));
  }

  private static SessionCertificate made(Instant now, Optional<ASN1Encodable> extension) {
    return made(SessionCertificate.newKeys(), now, extension);
  }

  private static SessionCertificate made(
      KeyPair keys, Instant now, Optional<ASN1Encodable> extension) {
    X500Name name = new X500Name("CN=forged");
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(start(now)),
            Date.from(end(now)),
            name,
            keys.getPublic());
    try {
      if (extension.isPresent()) {
        builder.addExtension(NodeKeyExtension.OID, true, extension.get());
      }
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
      return new SessionCertificate(keys.getPrivate(), certificate, end(now));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Instant start(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
  }

  private static Instant end(Instant now) {
    return start(now).plus(Duration.ofHours(1));
  }
}
