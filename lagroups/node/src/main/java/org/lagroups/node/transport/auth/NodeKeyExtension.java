package org.lagroups.node.transport.auth;

import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * The certificate extension in which a node vouches for the certificate's key: its Ed25519 key, its
 * BLS key, and its signature over its ID, the certificate's key and validity, 144 bytes in all.
 *
 * @param node the node that vouches
 * @param signature not yet checked
 */
record NodeKeyExtension(PublicIdentity node, Signature signature) {

  /** Made from a random UUID as ITU-T X.667 allows, so that it is ours without a registry. */
  static final ASN1ObjectIdentifier OID =
      new ASN1ObjectIdentifier("2.25.41546317883574892581472817894898376074");

  private static final Domain DOMAIN = new Domain("lagroups/session/1");
  private static final int BLS_AT = PublicIdentity.ED25519_LENGTH;
  private static final int SIGNATURE_AT = BLS_AT + PublicIdentity.BLS_LENGTH;
  private static final int LENGTH = SIGNATURE_AT + Signature.LENGTH;

  static NodeKeyExtension signed(
      Identity identity, byte[] publicKeyInfo, Instant notBefore, Instant notAfter) {
    Bytes statement = statement(identity.nodeId(), publicKeyInfo, notBefore, notAfter);
    return new NodeKeyExtension(identity.publicIdentity(), identity.sign(DOMAIN, statement));
  }

  /** The extension of a peer's certificate; empty when it is absent or malformed. */
  static Optional<NodeKeyExtension> of(X509Certificate certificate) {
    byte[] encoded = certificate.getExtensionValue(OID.getId());
    if (encoded == null) {
      return Optional.empty();
    }
    return octets(encoded).flatMap(NodeKeyExtension::octets).flatMap(NodeKeyExtension::parse);
  }

  /** Whether the node did sign this key and validity. */
  boolean vouchesFor(byte[] publicKeyInfo, Instant notBefore, Instant notAfter) {
    Bytes statement = statement(node.nodeId(), publicKeyInfo, notBefore, notAfter);
    return node.verify(DOMAIN, statement, signature);
  }

  DEROctetString encoded() {
    byte[] content = new byte[LENGTH];
    node.ed25519().copyTo(content, 0);
    node.bls().copyTo(content, BLS_AT);
    signature.value().copyTo(content, SIGNATURE_AT);
    return new DEROctetString(content);
  }

  private static Optional<NodeKeyExtension> parse(byte[] content) {
    if (content.length != LENGTH) {
      return Optional.empty();
    }
    Bytes bytes = Bytes.wrapOwned(content);
    return Optional.of(
        new NodeKeyExtension(
            new PublicIdentity(bytes.slice(0, BLS_AT), bytes.slice(BLS_AT, SIGNATURE_AT)),
            new Signature(bytes.slice(SIGNATURE_AT, LENGTH))));
  }

  private static Optional<byte[]> octets(byte[] der) {
    try {
      return Optional.of(ASN1OctetString.getInstance(der).getOctets());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What is signed: the node's ID (which names both its keys), both ends of the validity as seconds
   * since 1970, then the key as in X.509.
   */
  private static Bytes statement(
      NodeId node, byte[] publicKeyInfo, Instant notBefore, Instant notAfter) {
    byte[] id = node.bytes().toArray();
    ByteBuffer statement = ByteBuffer.allocate(id.length + 2 * Long.BYTES + publicKeyInfo.length);
    statement.put(id).putLong(notBefore.getEpochSecond()).putLong(notAfter.getEpochSecond());
    statement.put(publicKeyInfo);
    return Bytes.wrapOwned(statement.array());
  }
}
