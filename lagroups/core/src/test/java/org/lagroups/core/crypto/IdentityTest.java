package org.lagroups.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.bls.BLS12_381BasicScheme;
import org.bouncycastle.crypto.bls.BLS12_381Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

class IdentityTest {

  private static final Domain DOMAIN = new Domain("lagroups/test/1");
  private static final Bytes MESSAGE = Bytes.copyOf((byte) 1, (byte) 2, (byte) 3);

  /** The header of an Ed25519 key in X.509 form (RFC 8410). */
  private static final String X509_HEADER = "302a300506032b6570032100";

  @ParameterizedTest
  @CsvSource({
    // RFC 8032, section 7.1, tests 1 to 3: secret and public key.
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
  })
  void derivesTheEd25519KeyAsRfc8032Says(String secret, String publicKey) {
    Identity identity = Identity.fromSecret(Bytes.fromHex(secret + "00".repeat(32)));
    assertThat(identity.publicIdentity().ed25519()).isEqualTo(Bytes.fromHex(publicKey));
  }

  @Test
  void derivesTheBlsKeyAsItsDraftSays() {
    // EIP-2333, test case 1: its master key comes from the same derivation.
    String material = "3141592653589793238462643383279502884197169399375105820974944592";
    BigInteger secretKey =
        new BigInteger(
            "29757020647961307431480504535336562678282505419141012933316116377660817309383");
    Identity identity = Identity.fromSecret(Bytes.fromHex("00".repeat(32) + material));
    byte[] expected = BLS12_381Serialization.compressG1(BLS12_381BasicScheme.skToPk(secretKey));
    assertThat(identity.publicIdentity().bls()).isEqualTo(Bytes.copyOf(expected));
  }

  @Test
  void isTheSameWhoeverDoesTheArithmetic() {
    Optional<Bls> bls = NativeBls.load();
    assumeThat(bls).as("the native library").isPresent();
    Identity identity = TestIdentities.of(0);
    assertThat(Identity.fromSecret(identity.secret(), bls.orElseThrow()).publicIdentity())
        .isEqualTo(identity.publicIdentity());
  }

  @Test
  void signsWhatAnotherImplementationAccepts() throws Exception {
    Identity identity = TestIdentities.of(0);
    byte[] encoded =
        HexFormat.of().parseHex(X509_HEADER + identity.publicIdentity().ed25519().toHex());
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    java.security.Signature verifier = java.security.Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update("lagroups/test/1\0".getBytes(StandardCharsets.US_ASCII));
    verifier.update(MESSAGE.toArray());
    assertThat(verifier.verify(identity.sign(DOMAIN, MESSAGE).value().toArray())).isTrue();
  }

  @Test
  void acceptsOnlyWhatWasSignedByTheOneForTheOnePurpose() {
    Identity signer = TestIdentities.of(0);
    Signature signature = signer.sign(DOMAIN, MESSAGE);
    PublicIdentity known = signer.publicIdentity();
    assertThat(known.verify(DOMAIN, MESSAGE, signature)).isTrue();
    assertThat(known.verify(new Domain("lagroups/test/2"), MESSAGE, signature)).isFalse();
    assertThat(known.verify(DOMAIN, Bytes.EMPTY, signature)).isFalse();
    assertThat(TestIdentities.of(1).publicIdentity().verify(DOMAIN, MESSAGE, signature)).isFalse();
  }

  @Test
  void aLongerLabelNeverTakesPartOfTheMessageForItself() {
    Identity signer = TestIdentities.of(0);
    Signature signature = signer.sign(new Domain("a"), Bytes.copyOf((byte) 'b'));
    assertThat(signer.publicIdentity().verify(new Domain("ab"), Bytes.EMPTY, signature)).isFalse();
  }

  @Test
  void refusesEverySignatureWithOneBitFlipped() {
    Identity signer = TestIdentities.of(0);
    byte[] signature = signer.sign(DOMAIN, MESSAGE).value().toArray();
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] altered = signature.clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(
              signer
                  .publicIdentity()
                  .verify(DOMAIN, MESSAGE, new Signature(Bytes.wrapOwned(altered))))
          .as("bit %d", bit)
          .isFalse();
    }
  }

  @Test
  void aKeyThatIsNoPointVerifiesNothingAndThrowsNothing() {
    PublicIdentity nonsense =
        new PublicIdentity(
            Bytes.fromHex("ff".repeat(PublicIdentity.ED25519_LENGTH)),
            Bytes.fromHex("ff".repeat(PublicIdentity.BLS_LENGTH)));
    Signature signature = new Signature(Bytes.fromHex("00".repeat(Signature.LENGTH)));
    assertThat(nonsense.verify(DOMAIN, MESSAGE, signature)).isFalse();
  }

  @Test
  void theIdCertifiesBothKeys() throws Exception {
    PublicIdentity identity = TestIdentities.of(0).publicIdentity();
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    hash.update(identity.ed25519().toArray());
    hash.update(identity.bls().toArray());
    assertThat(identity.nodeId()).isEqualTo(new NodeId(Bytes.wrapOwned(hash.digest())));
    PublicIdentity otherBls =
        new PublicIdentity(identity.ed25519(), TestIdentities.of(1).publicIdentity().bls());
    assertThat(otherBls.nodeId()).isNotEqualTo(identity.nodeId());
  }

  @Test
  void comesBackFromItsSecret() {
    Identity identity = TestIdentities.of(2);
    assertThat(Identity.fromSecret(identity.secret()).publicIdentity())
        .isEqualTo(identity.publicIdentity());
  }

  @Test
  void doesNotPrintItsSecret() {
    Identity identity = TestIdentities.of(0);
    assertThat(identity.toString())
        .contains(identity.nodeId().toString())
        .doesNotContain(identity.secret().slice(0, 4).toHex());
  }

  @Test
  void refusesKeysAndSecretsOfWrongLength() {
    assertThatThrownBy(() -> Identity.fromSecret(Bytes.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PublicIdentity(Bytes.EMPTY, Bytes.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Signature(Bytes.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Domain("Not A Label"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
