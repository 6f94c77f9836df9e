package org.lagroups.node.transport.auth;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.lagroups.core.crypto.Identity;

/**
 * A node's certificate for its connections of the next hours, with the key that belongs to it.
 *
 * @param key its P-256 key, which exists only in memory
 * @param certificate self-signed, with the node's {@link NodeKeyExtension}
 * @param renewAt when a new one is due, well before this one ends
 */
public record SessionCertificate(PrivateKey key, X509Certificate certificate, Instant renewAt) {

  /** How long a certificate is valid. */
  public static final Duration LIFETIME = Duration.ofDays(2);

  private static final Duration BACKDATED = Duration.ofMinutes(10);
  private static final X500Name NAME = new X500Name("CN=lagroups");

  /** A new certificate with a new key. Takes some milliseconds. */
  public static SessionCertificate issue(Identity identity, Instant now) {
    Instant start = now.truncatedTo(ChronoUnit.SECONDS).minus(BACKDATED);
    return issue(identity, newKeys(), start, start.plus(LIFETIME));
  }

  /** A certificate for given keys and whole-second times. */
  static SessionCertificate issue(
      Identity identity, KeyPair keys, Instant notBefore, Instant notAfter) {
    try {
      NodeKeyExtension extension =
          NodeKeyExtension.signed(identity, keys.getPublic().getEncoded(), notBefore, notAfter);
      X509Certificate certificate = selfSigned(keys, notBefore, notAfter, extension);
      Instant renewAt = notBefore.plus(Duration.between(notBefore, notAfter).dividedBy(2));
      return new SessionCertificate(keys.getPrivate(), certificate, renewAt);
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("this Java runtime cannot make a P-256 certificate", e);
    }
  }

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no P-256 keys", e);
    }
  }

  private static X509Certificate selfSigned(
      KeyPair keys, Instant notBefore, Instant notAfter, NodeKeyExtension extension)
      throws GeneralSecurityException, CertIOException, OperatorCreationException {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            NAME,
            BigInteger.ONE,
            Date.from(notBefore),
            Date.from(notAfter),
            NAME,
            keys.getPublic());
    builder.addExtension(NodeKeyExtension.OID, true, extension.encoded());
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }
}
