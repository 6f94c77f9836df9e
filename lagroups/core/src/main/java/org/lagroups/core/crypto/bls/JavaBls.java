package org.lagroups.core.crypto.bls;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.bls.BLS12_381BasicScheme;
import org.bouncycastle.crypto.bls.BLS12_381G1;
import org.bouncycastle.crypto.bls.BLS12_381G2Point;
import org.bouncycastle.crypto.bls.BLS12_381ProofOfPossession;
import org.bouncycastle.crypto.bls.BLS12_381Serialization;
import org.bouncycastle.crypto.bls.BLS12_381SubgroupCheck;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.lagroups.machine.Bytes;

/**
 * BLS signatures by Bouncy Castle, in Java alone: a signature in about 60 ms, a check in 80 ms. For
 * systems without the native library, and to compare it with.
 */
public final class JavaBls implements Bls {

  private static final ECCurve G1 = BLS12_381G1.createCurve();

  @Override
  public String name() {
    return "Bouncy Castle (Java, slow)";
  }

  @Override
  public BlsPublicKey publicKey(BlsSecret secret) {
    return new Key(BLS12_381BasicScheme.skToPk(scalar(secret)));
  }

  @Override
  public BlsSignature sign(BlsSecret secret, Bytes message) {
    return new Point(BLS12_381ProofOfPossession.sign(scalar(secret), message.toArray()));
  }

  @Override
  public BlsSignature provePossession(BlsSecret secret) {
    return new Point(BLS12_381ProofOfPossession.popProve(scalar(secret)));
  }

  @Override
  public Optional<BlsPublicKey> decodeKey(Bytes encoded) {
    return encoded.length() != BlsPublicKey.LENGTH
        ? Optional.empty()
        : decoded(() -> BLS12_381Serialization.decompressG1(encoded.toArray(), G1))
            .filter(BLS12_381BasicScheme::keyValidate)
            .map(Key::new);
  }

  @Override
  public Optional<BlsSignature> decodeSignature(Bytes encoded) {
    return encoded.length() != BlsSignature.LENGTH
        ? Optional.empty()
        : decoded(() -> BLS12_381Serialization.decompressG2(encoded.toArray()))
            .filter(point -> !point.isInfinity() && BLS12_381SubgroupCheck.isInG2Subgroup(point))
            .map(Point::new);
  }

  @Override
  public boolean verify(BlsPublicKey key, Bytes message, BlsSignature signature) {
    return BLS12_381ProofOfPossession.verify(point(key), message.toArray(), point(signature));
  }

  @Override
  public boolean verifyPossession(BlsPublicKey key, BlsSignature proof) {
    return BLS12_381ProofOfPossession.popVerify(point(key), point(proof));
  }

  @Override
  public BlsPublicKey add(BlsPublicKey a, BlsPublicKey b) {
    return new Key(point(a).add(point(b)).normalize());
  }

  @Override
  public BlsPublicKey subtract(BlsPublicKey sum, BlsPublicKey key) {
    return new Key(point(sum).subtract(point(key)).normalize());
  }

  @Override
  public BlsSignature add(BlsSignature a, BlsSignature b) {
    return new Point(point(a).add(point(b)));
  }

  private static BigInteger scalar(BlsSecret secret) {
    return new BigInteger(1, secret.scalar().toArray());
  }

  /** The library throws where bytes are no point. */
  private static <T> Optional<T> decoded(Supplier<T> decoder) {
    try {
      return Optional.of(decoder.get());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static ECPoint point(BlsPublicKey key) {
    return ((Key) key).point;
  }

  private static BLS12_381G2Point point(BlsSignature signature) {
    return ((Point) signature).point;
  }

  private record Key(ECPoint point) implements BlsPublicKey {

    @Override
    public Bytes encoded() {
      return Bytes.wrapOwned(BLS12_381Serialization.compressG1(point));
    }
  }

  private record Point(BLS12_381G2Point point) implements BlsSignature {

    @Override
    public Bytes encoded() {
      return Bytes.wrapOwned(BLS12_381Serialization.compressG2(point));
    }
  }
}
