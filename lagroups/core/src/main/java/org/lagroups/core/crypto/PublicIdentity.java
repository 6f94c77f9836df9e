package org.lagroups.core.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * A node's two public keys, and the ID that certifies them.
 *
 * <p>The BLS key is not decoded here: whoever adds up BLS signatures checks it first.
 */
public final class PublicIdentity {

  /** Length of the Ed25519 public key in bytes. */
  public static final int ED25519_LENGTH = Ed25519.PUBLIC_KEY_SIZE;

  /** Length of the compressed BLS12-381 public key (a point of G1) in bytes. */
  public static final int BLS_LENGTH = 48;

  private final Bytes ed25519;
  private final Bytes bls;
  private final NodeId nodeId;

  /**
   * Of keys as they came; whether the Ed25519 key is a point shows when a signature is checked.
   *
   * @throws IllegalArgumentException if a length differs
   */
  public PublicIdentity(Bytes ed25519, Bytes bls) {
    if (ed25519.length() != ED25519_LENGTH || bls.length() != BLS_LENGTH) {
      throw new IllegalArgumentException(
          "public keys have 32 and 48 bytes, not " + ed25519.length() + " and " + bls.length());
    }
    this.ed25519 = ed25519;
    this.bls = bls;
    this.nodeId = idOf(ed25519, bls);
  }

  /** SHA-256 of the Ed25519 key followed by the BLS key. */
  public NodeId nodeId() {
    return nodeId;
  }

  /** The encoded Ed25519 public key. */
  public Bytes ed25519() {
    return ed25519;
  }

  /** The compressed BLS12-381 public key. */
  public Bytes bls() {
    return bls;
  }

  /**
   * Whether this node signed {@code message} for {@code domain}. Never throws; takes about 80 µs.
   */
  public boolean verify(Domain domain, Bytes message, Signature signature) {
    byte[] signed = domain.prefixed(message);
    return Ed25519.verify(
        signature.value().toArray(), 0, ed25519.toArray(), 0, signed, 0, signed.length);
  }

  private static NodeId idOf(Bytes ed25519, Bytes bls) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ed25519.addTo(digest);
      bls.addTo(digest);
      return new NodeId(Bytes.wrapOwned(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicIdentity that
        && ed25519.equals(that.ed25519)
        && bls.equals(that.bls);
  }

  @Override
  public int hashCode() {
    return nodeId.hashCode();
  }

  @Override
  public String toString() {
    return nodeId.toString();
  }
}
