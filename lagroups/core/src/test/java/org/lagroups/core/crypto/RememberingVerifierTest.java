package org.lagroups.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;

class RememberingVerifierTest {

  private static final Domain DOMAIN = new Domain("lagroups/test/1");
  private static final Bytes MESSAGE = Bytes.copyOf((byte) 1, (byte) 2, (byte) 3);

  private final Identity signer = TestIdentities.of(0);
  private final PublicIdentity keys = signer.publicIdentity();
  private final Signature signature = signer.sign(DOMAIN, MESSAGE);
  private int looks;
  private final RememberingVerifier verifier =
      new RememberingVerifier((key, domain, message, claimed) -> {
        looks++;
        return SignatureVerifier.DIRECT.isGood(key, domain, message, claimed);
      });

  @Test
  void looksAtOneSignatureOnce() {
    Bytes sameMessage = Bytes.copyOf(MESSAGE.toArray());
    Signature sameSignature = new Signature(Bytes.copyOf(signature.value().toArray()));
    PublicIdentity sameKeys = new PublicIdentity(keys.ed25519(), keys.bls());
    assertThat(verifier.isGood(keys, DOMAIN, MESSAGE, signature)).isTrue();
    assertThat(verifier.isGood(sameKeys, DOMAIN, sameMessage, sameSignature)).isTrue();
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void takesNothingForSomethingElseThatWasGood() {
    assertThat(verifier.isGood(keys, DOMAIN, MESSAGE, signature)).isTrue();
    byte[] altered = signature.value().toArray();
    altered[63] ^= 1;
    Signature forged = new Signature(Bytes.wrapOwned(altered));
    PublicIdentity other = TestIdentities.of(1).publicIdentity();
    for (int time = 0; time < 2; time++) {
      assertThat(verifier.isGood(keys, DOMAIN, MESSAGE, forged)).isFalse();
      assertThat(verifier.isGood(keys, DOMAIN, Bytes.EMPTY, signature)).isFalse();
      assertThat(verifier.isGood(keys, new Domain("lagroups/test/2"), MESSAGE, signature))
          .isFalse();
      assertThat(verifier.isGood(other, DOMAIN, MESSAGE, signature)).isFalse();
    }
    assertThat(looks).isEqualTo(5);
  }

  @Test
  void forgetsTheOldestOfTooMany() {
    RememberingVerifier forgetful =
        new RememberingVerifier((key, domain, message, claimed) -> ++looks > 0);
    for (int i = 0; i <= RememberingVerifier.MAX_VERDICTS; i++) {
      forgetful.isGood(keys, DOMAIN, numbered(i), signature);
    }
    looks = 0;
    forgetful.isGood(keys, DOMAIN, numbered(RememberingVerifier.MAX_VERDICTS), signature);
    forgetful.isGood(keys, DOMAIN, numbered(1), signature);
    assertThat(looks).isZero();
    forgetful.isGood(keys, DOMAIN, numbered(0), signature);
    assertThat(looks).isEqualTo(1);
  }

  private static Bytes numbered(int number) {
    return Bytes.copyOf((byte) number, (byte) (number >> 8));
  }
}
