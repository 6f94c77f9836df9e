package org.lagroups.core.transcript;

import java.util.Optional;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.BlsPublicKey;
import org.lagroups.core.crypto.bls.BlsSecret;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.machine.Bytes;

/** Counts what another does. */
final class CountingBls implements Bls {

  private final Bls inner;
  private int checks;
  private int keyAdditions;

  CountingBls(Bls inner) {
    this.inner = inner;
  }

  /** Pairing checks, those of proofs of possession included. */
  int checks() {
    return checks;
  }

  /** Additions and subtractions of keys. */
  int keyAdditions() {
    return keyAdditions;
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public BlsPublicKey publicKey(BlsSecret secret) {
    return inner.publicKey(secret);
  }

  @Override
  public BlsSignature sign(BlsSecret secret, Bytes message) {
    return inner.sign(secret, message);
  }

  @Override
  public BlsSignature provePossession(BlsSecret secret) {
    return inner.provePossession(secret);
  }

  @Override
  public Optional<BlsPublicKey> decodeKey(Bytes encoded) {
    return inner.decodeKey(encoded);
  }

  @Override
  public Optional<BlsSignature> decodeSignature(Bytes encoded) {
    return inner.decodeSignature(encoded);
  }

  @Override
  public boolean verify(BlsPublicKey key, Bytes message, BlsSignature signature) {
    checks++;
    return inner.verify(key, message, signature);
  }

  @Override
  public boolean verifyPossession(BlsPublicKey key, BlsSignature proof) {
    checks++;
    return inner.verifyPossession(key, proof);
  }

  @Override
  public BlsPublicKey add(BlsPublicKey a, BlsPublicKey b) {
    keyAdditions++;
    return inner.add(a, b);
  }

  @Override
  public BlsPublicKey subtract(BlsPublicKey sum, BlsPublicKey key) {
    keyAdditions++;
    return inner.subtract(sum, key);
  }

  @Override
  public BlsSignature add(BlsSignature a, BlsSignature b) {
    return inner.add(a, b);
  }
}
