package org.lagroups.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever comes as a key or a signature: it is one, or it is not; no exception. */
final class KeyFuzzTest {

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);
  private static final Domain DOMAIN = new Domain("lagroups/test/1");
  private static final Bytes MESSAGE = Bytes.fromHex("0102");
  private static final Identity SIGNER = TestIdentities.of(0);

  /** An Ed25519 key, then a signature. */
  @MethodSource("signatures")
  @FuzzTest(maxDuration = "30s")
  void ed25519(byte[] input) {
    byte[] whole = Arrays.copyOf(input, PublicIdentity.ED25519_LENGTH + Signature.LENGTH);
    Bytes key = Bytes.copyOf(whole, 0, PublicIdentity.ED25519_LENGTH);
    Bytes signature = Bytes.copyOf(whole, PublicIdentity.ED25519_LENGTH, Signature.LENGTH);
    boolean genuine = Arrays.equals(whole, signatures().getFirst());
    boolean good =
        new PublicIdentity(key, SIGNER.publicIdentity().bls())
            .verify(DOMAIN, MESSAGE, new Signature(signature));
    if (genuine || key.equals(SIGNER.publicIdentity().ed25519())) {
      assertThat(good).isEqualTo(genuine);
    }
  }

  @MethodSource("points")
  @FuzzTest(maxDuration = "30s")
  void blsPoints(byte[] input) {
    Bytes key = Bytes.copyOf(Arrays.copyOf(input, PublicIdentity.BLS_LENGTH));
    BLS.decodeKey(key).ifPresent(point -> assertThat(point.encoded()).isEqualTo(key));
    Bytes signature = Bytes.copyOf(Arrays.copyOf(input, BlsSignature.LENGTH));
    BLS.decodeSignature(signature)
        .ifPresent(point -> assertThat(point.encoded()).isEqualTo(signature));
    BLS.decodeKey(Bytes.copyOf(input));
    BLS.decodeSignature(Bytes.copyOf(input));
  }

  @Test
  void shortRun() {
    ShortRun.on(signatures(), this::ed25519);
    ShortRun.on(points(), this::blsPoints);
  }

  static List<byte[]> signatures() {
    byte[] whole = new byte[PublicIdentity.ED25519_LENGTH + Signature.LENGTH];
    SIGNER.publicIdentity().ed25519().copyTo(whole, 0);
    SIGNER.sign(DOMAIN, MESSAGE).value().copyTo(whole, PublicIdentity.ED25519_LENGTH);
    return List.of(whole);
  }

  static List<byte[]> points() {
    return List.of(
        SIGNER.publicIdentity().bls().toArray(),
        BLS.provePossession(SIGNER.blsSecret()).encoded().toArray());
  }
}
