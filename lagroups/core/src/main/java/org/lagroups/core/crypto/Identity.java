package org.lagroups.core.crypto;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.bls.BLS12_381BasicScheme;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.util.BigIntegers;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.BlsSecret;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * A node's secret keys. There is one per node, made once and kept for good: the node's ID depends
 * on it.
 *
 * <p>The secret is 64 bytes: the Ed25519 seed, then the key material from which the BLS12-381 key
 * is derived (KeyGen of the IRTF's BLS signature draft).
 */
public final class Identity {

  /** Length of the secret in bytes. */
  public static final int SECRET_LENGTH = 64;

  private static final byte[] NO_KEY_INFO = {};

  private final Bytes secret;
  private final BlsSecret blsSecret;
  private final PublicIdentity publicIdentity;

  private Identity(Bytes secret, BlsSecret blsSecret, PublicIdentity publicIdentity) {
    this.secret = secret;
    this.blsSecret = blsSecret;
    this.publicIdentity = publicIdentity;
  }

  /** A new identity. {@code random} has to be unpredictable where the node is real. */
  public static Identity generate(RandomGenerator random) {
    byte[] secret = new byte[SECRET_LENGTH];
    random.nextBytes(secret);
    return fromSecret(Bytes.wrapOwned(secret));
  }

  /**
   * The identity with this secret. Takes some milliseconds.
   *
   * @throws IllegalArgumentException if the secret is not {@link #SECRET_LENGTH} bytes long
   */
  public static Identity fromSecret(Bytes secret) {
    return fromSecret(secret, new JavaBls());
  }

  /**
   * The same, with the arithmetic done by {@code bls}: in a fraction of the time if that is native.
   *
   * @throws IllegalArgumentException if the secret is not {@link #SECRET_LENGTH} bytes long
   */
  public static Identity fromSecret(Bytes secret, Bls bls) {
    if (secret.length() != SECRET_LENGTH) {
      throw new IllegalArgumentException("a secret has 64 bytes, not " + secret.length());
    }
    byte[] ed25519 = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(secret.toArray(), 0, ed25519, 0);
    byte[] keyMaterial = secret.slice(Ed25519.SECRET_KEY_SIZE, SECRET_LENGTH).toArray();
    BigInteger blsKey = BLS12_381BasicScheme.keyGen(keyMaterial, NO_KEY_INFO);
    BlsSecret blsSecret =
        new BlsSecret(Bytes.wrapOwned(BigIntegers.asUnsignedByteArray(BlsSecret.LENGTH, blsKey)));
    return new Identity(
        secret,
        blsSecret,
        new PublicIdentity(Bytes.wrapOwned(ed25519), bls.publicKey(blsSecret).encoded()));
  }

  public PublicIdentity publicIdentity() {
    return publicIdentity;
  }

  public NodeId nodeId() {
    return publicIdentity.nodeId();
  }

  /** The secret, for a keystore and nothing else. */
  public Bytes secret() {
    return secret;
  }

  /** The BLS key, whose signatures can be added up. */
  public BlsSecret blsSecret() {
    return blsSecret;
  }

  /** Signs {@code message} for {@code domain} with the Ed25519 key. Takes about 30 µs. */
  public Signature sign(Domain domain, Bytes message) {
    byte[] signed = domain.prefixed(message);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(
        secret.toArray(),
        0,
        publicIdentity.ed25519().toArray(),
        0,
        signed,
        0,
        signed.length,
        signature,
        0);
    return new Signature(Bytes.wrapOwned(signature));
  }

  /** Names the node, never its secret. */
  @Override
  public String toString() {
    return "Identity of " + nodeId();
  }
}
