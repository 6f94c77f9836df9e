package org.lagroups.core.crypto.bls;

import java.util.Optional;
import org.lagroups.machine.Bytes;

/**
 * BLS signatures of the ciphersuite {@code BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_}.
 *
 * <p>What comes from others is decoded first, and decoding checks that a point is on the curve and
 * in the right subgroup. No check throws, whatever the bytes.
 */
public interface Bls {

  /** The name of the ciphersuite, which is also its domain separation tag. */
  String CIPHERSUITE = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";

  /** The domain separation tag of proofs of possession. */
  String POSSESSION_TAG = "BLS_POP_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";

  /** Who does the arithmetic, for people. */
  String name();

  /** The public key of a secret. */
  BlsPublicKey publicKey(BlsSecret secret);

  /** Signs a message. */
  BlsSignature sign(BlsSecret secret, Bytes message);

  /** A proof that the owner of a public key knows its secret: the key signed by itself. */
  BlsSignature provePossession(BlsSecret secret);

  /** The key that bytes encode; empty if they encode none, or the point at infinity. */
  Optional<BlsPublicKey> decodeKey(Bytes encoded);

  /** The signature that bytes encode; empty if they encode none, or the point at infinity. */
  Optional<BlsSignature> decodeSignature(Bytes encoded);

  /**
   * Whether a signature is that of a message by a key; for sums: by all keys in the sum. Only sums
   * of keys with {@linkplain #verifyPossession proven possession} prove anything.
   */
  boolean verify(BlsPublicKey key, Bytes message, BlsSignature signature);

  /** Whether a proof shows that the key's owner knows its secret. */
  boolean verifyPossession(BlsPublicKey key, BlsSignature proof);

  /** The sum of two keys. */
  BlsPublicKey add(BlsPublicKey a, BlsPublicKey b);

  /** What is left of a sum of keys without one of them. */
  BlsPublicKey subtract(BlsPublicKey sum, BlsPublicKey key);

  /** The sum of two signatures. */
  BlsSignature add(BlsSignature a, BlsSignature b);
}
