package org.lagroups.core.crypto.bls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;

/**
 * Both ways of doing the arithmetic, against each other and against published test vectors: keys,
 * signatures, sums and points outside the subgroups of <a
 * href="https://github.com/ethereum/bls12-381-tests">ethereum/bls12-381-tests</a>.
 */
final class BlsTest {

  private static final Bls JAVA = new JavaBls();
  private static final Bls NATIVE = NativeBls.load().orElse(JAVA);

  private static final List<String> SECRETS =
      List.of(
          "263dbd792f5b1be47ed85f8938c0f29586af0d3ac7b977f21c278fe1462040e3",
          "47b8192d77bf871b62e87859d653922725724a5c031afeabc60bcef5ff665138",
          "328388aff0d4a5b7dc9205abd374e7e98f3cd9f3418edb4eafda5fb16473d216");
  private static final List<String> KEYS =
      List.of(
          "a491d1b0ecd9bb917989f0e74f0dea0422eac4a873e5e2644f368dffb9a6e20f"
              + "d6e10c1b77654d067c0618f6e5a7f79a",
          "b301803f8b5ac4a1133581fc676dfedc60d891dd5fa99028805e5ea5b08d3491"
              + "af75d0707adab3b70c6a6a580217bf81",
          "b53d21a4cfd562c469cc81514d4ce5a6b577d8403d32a394dc265dd190b47fa9"
              + "f829fdd7963afdf972e5e77854051f6f");
  private static final String SUM_OF_KEYS =
      "a095608b35495ca05002b7b5966729dd1ed096568cf2ff24f3318468e0f3495361414a78ebc09574489bc79e48fca969";
  private static final Bytes ZEROS = Bytes.fromHex("00".repeat(32));
  private static final Bytes FIFTY_SIXES = Bytes.fromHex("56".repeat(32));

  /** By secret, the signatures of 32 zeros and of 32 times 0x56. */
  private static final List<List<String>> SIGNATURES =
      List.of(
          List.of(
              "b6ed936746e01f8ecf281f020953fbf1f01debd5657c4a383940b020b26507f6076334f91e2366c9"
                  + "6e9ab279fb5158090352ea1c5b0c9274504f4f0e7053af24802e51e4568d164fe986834f41e5"
                  + "5c8e850ce1f98458c0cfc9ab380b55285a55",
              "882730e5d03f6b42c3abc26d3372625034e1d871b65a8a6b900a56dae22da98abbe1b68f85e49fe7"
                  + "652a55ec3d0591c20767677e33e5cbb1207315c41a9ac03be39c2e7668edc043d6cb1d9fd930"
                  + "33caa8a1c5b0e84bedaeb6c64972503a43eb"),
          List.of(
              "b23c46be3a001c63ca711f87a005c200cc550b9429d5f4eb38d74322144f1b63926da3388979e532"
                  + "1012fb1a0526bcd100b5ef5fe72628ce4cd5e904aeaa3279527843fae5ca9ca675f4f51ed8f8"
                  + "3bbf7155da9ecc9663100a885d5dc6df96d9",
              "af1390c3c47acdb37131a51216da683c509fce0e954328a59f93aebda7e4ff974ba208d9a4a2a238"
                  + "9f892a9d418d618418dd7f7a6bc7aa0da999a9d3a5b815bc085e14fd001f6a1948768a3f4afe"
                  + "fc8b8240dda329f984cb345c6363272ba4fe"),
          List.of(
              "948a7cb99f76d616c2c564ce9bf4a519f1bea6b0a624a02276443c245854219fabb8d4ce061d255a"
                  + "f5330b078d5380681751aa7053da2c98bae898edc218c75f07e24d8802a17cd1f6833b71e58f"
                  + "5eb5b94208b4d0bb3848cecb075ea21be115",
              "a4efa926610b8bd1c8330c918b7a5e9bf374e53435ef8b7ec186abf62e1b1f65aeaaeb365677ac1d"
                  + "1172a1f5b44b4e6d022c252c58486c0a759fbdc7de15a756acc4d343064035667a594b4c2a6f"
                  + "0b0b421975977f297dba63ee2f63ffe47bb6"));

  /** Of the first two secrets, over 32 times 0x56. */
  private static final String SUM_OF_TWO =
      "912c3615f69575407db9392eb21fee18fff797eeb2fbe1816366ca2a08ae574d8824dbfafb4c9eaa1cf61b63"
          + "c6f9b69911f269b664c42947dd1b53ef1081926c1e82bb2a465f927124b08391a5249036146d6f3f1e17"
          + "ff5f162f779746d830d1";

  private static final String OUTSIDE_G1 = "8123456789abcdef" + "0123456789abcdef".repeat(5);
  private static final String OUTSIDE_G2 = "8123456789abcdef" + "0123456789abcdef".repeat(11);

  static Stream<Bls> both() {
    return Stream.of(JAVA, NATIVE);
  }

  @Test
  void nativeLibraryIsThereOnTheSystemsThatWeBuildOn() {
    assertThat(NativeBls.load()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("both")
  void signsAsThePublishedVectorsSay(Bls bls) {
    for (int i = 0; i < SECRETS.size(); i++) {
      BlsSecret secret = new BlsSecret(Bytes.fromHex(SECRETS.get(i)));
      assertThat(bls.publicKey(secret).encoded().toHex()).isEqualTo(KEYS.get(i));
      assertThat(bls.sign(secret, ZEROS).encoded().toHex()).isEqualTo(SIGNATURES.get(i).get(0));
      assertThat(bls.sign(secret, FIFTY_SIXES).encoded().toHex())
          .isEqualTo(SIGNATURES.get(i).get(1));
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void acceptsASignatureOfItsMessageAndKeyOnly(Bls bls) {
    BlsPublicKey key = key(bls, KEYS.getFirst());
    BlsSignature signature = signature(bls, SIGNATURES.getFirst().getFirst());
    assertThat(bls.verify(key, ZEROS, signature)).isTrue();
    assertThat(bls.verify(key, FIFTY_SIXES, signature)).isFalse();
    assertThat(bls.verify(key(bls, KEYS.get(1)), ZEROS, signature)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("both")
  void addsUpKeysAndSignatures(Bls bls) {
    BlsPublicKey two = bls.add(key(bls, KEYS.get(0)), key(bls, KEYS.get(1)));
    BlsPublicKey three = bls.add(two, key(bls, KEYS.get(2)));
    assertThat(three.encoded().toHex()).isEqualTo(SUM_OF_KEYS);
    assertThat(bls.subtract(three, key(bls, KEYS.get(2))).encoded()).isEqualTo(two.encoded());
    BlsSignature sum =
        bls.add(signature(bls, SIGNATURES.get(0).get(1)), signature(bls, SIGNATURES.get(1).get(1)));
    assertThat(sum.encoded().toHex()).isEqualTo(SUM_OF_TWO);
    assertThat(bls.verify(two, FIFTY_SIXES, sum)).isTrue();
    assertThat(bls.verify(three, FIFTY_SIXES, sum)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("both")
  void addsAKeyToItself(Bls bls) {
    BlsPublicKey key = key(bls, KEYS.getFirst());
    BlsPublicKey twice = bls.add(key, key);
    assertThat(bls.subtract(twice, key).encoded()).isEqualTo(key.encoded());
    BlsSignature signature = signature(bls, SIGNATURES.getFirst().getFirst());
    assertThat(bls.verify(twice, ZEROS, bls.add(signature, signature))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("both")
  void provesPossessionOfOnesOwnKeyOnly(Bls bls) {
    BlsSecret secret = new BlsSecret(Bytes.fromHex(SECRETS.getFirst()));
    BlsSignature proof = bls.provePossession(secret);
    assertThat(proof.encoded()).isEqualTo(JAVA.provePossession(secret).encoded());
    assertThat(bls.verifyPossession(bls.publicKey(secret), proof)).isTrue();
    assertThat(bls.verifyPossession(key(bls, KEYS.get(1)), proof)).isFalse();
    BlsSignature asMessage = bls.sign(secret, bls.publicKey(secret).encoded());
    assertThat(bls.verifyPossession(bls.publicKey(secret), asMessage)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("both")
  void refusesWhatIsNoPointOfTheRightSubgroup(Bls bls) {
    for (String hex :
        List.of(
            OUTSIDE_G1,
            "",
            "00".repeat(48),
            "ff".repeat(48),
            "c0" + "00".repeat(47),
            "80" + "00".repeat(47),
            KEYS.getFirst() + "00",
            KEYS.getFirst().substring(2))) {
      assertThat(bls.decodeKey(Bytes.fromHex(hex))).as(hex).isEmpty();
    }
    for (String hex :
        List.of(
            OUTSIDE_G2,
            "",
            "00".repeat(96),
            "ff".repeat(96),
            "c0" + "00".repeat(95),
            "80" + "00".repeat(95))) {
      assertThat(bls.decodeSignature(Bytes.fromHex(hex))).as(hex).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void verifiesNothingAgainstASumOfNothing(Bls bls) {
    BlsPublicKey key = key(bls, KEYS.getFirst());
    BlsPublicKey nothing = bls.subtract(key, key);
    assertThat(bls.verify(nothing, ZEROS, signature(bls, SIGNATURES.getFirst().getFirst())))
        .isFalse();
  }

  @Test
  void anIdentitysBlsKeyIsTheOneInItsId() {
    Identity identity = Identity.generate(new Random(1));
    assertThat(NATIVE.publicKey(identity.blsSecret()).encoded())
        .isEqualTo(identity.publicIdentity().bls());
  }

  private static BlsPublicKey key(Bls bls, String hex) {
    return bls.decodeKey(Bytes.fromHex(hex)).orElseThrow();
  }

  private static BlsSignature signature(Bls bls, String hex) {
    return bls.decodeSignature(Bytes.fromHex(hex)).orElseThrow();
  }
}
