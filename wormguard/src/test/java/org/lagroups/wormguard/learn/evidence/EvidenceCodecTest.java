package org.lagroups.wormguard.learn.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;

final class EvidenceCodecTest {

  private static final int RULE_LENGTH_AT = 5;

  @Test
  void readsWhatItWrites() {
    Seeds.forEach(
        30,
        3_000,
        seed -> {
          Evidence evidence = Evidences.random(new SplittableRandom(seed));
          Bytes encoded = EvidenceCodec.encode(evidence);
          assertThat(encoded.length()).isLessThanOrEqualTo(EvidenceCodec.MAX_BYTES);
          assertThat(EvidenceCodec.decode(encoded))
              .isEqualTo(new DecodedEvidence.Accepted(evidence));
        });
  }

  @Test
  void theLongestIsAsLongAsIsSaid() {
    PayloadSample sample = Evidences.sample("x".repeat(PayloadSample.MAX_PAYLOAD_BYTES));
    Evidence longest =
        new Evidence(
            "x".repeat(Evidence.MAX_RULE_BYTES),
            Evidences.example().counts(),
            Collections.nCopies(Evidence.MAX_SAMPLES, sample));
    Bytes encoded = EvidenceCodec.encode(longest);
    assertThat(encoded.length()).isEqualTo(EvidenceCodec.MAX_BYTES);
    assertThat(EvidenceCodec.decode(encoded)).isEqualTo(new DecodedEvidence.Accepted(longest));
  }

  @Test
  void namesItByTheDigestOfItsEncoding() {
    assertThat(EvidenceDigest.of(Evidences.example()).toString())
        .isEqualTo("329451cd7ad3cf4b857e5325f0d546c66be0d9b1e05b14cff7a389c591f7821b");
    assertThat(EvidenceDigest.of(Evidences.example()).abbreviated()).hasSize(12);
    assertThatThrownBy(() -> new EvidenceDigest(Bytes.copyOf((byte) 1)))
        .hasMessageContaining("32 bytes");
  }

  @Test
  void refusesEveryTruncation() {
    Bytes encoded = EvidenceCodec.encode(Evidences.example());
    for (int length = 0; length < encoded.length(); length++) {
      assertThat(EvidenceCodec.decode(encoded.slice(0, length)))
          .as("the first %d bytes", length)
          .isInstanceOf(DecodedEvidence.Refused.class);
    }
  }

  @Test
  void refusesABomb() {
    assertThat(why(Bytes.wrapOwned(new byte[EvidenceCodec.MAX_BYTES + 1])))
        .contains("has 69965 bytes", "at most");
    byte[] lies = EvidenceCodec.encode(Evidences.example()).toArray();
    lies[RULE_LENGTH_AT] = -1;
    assertThat(why(Bytes.wrapOwned(lies))).contains("may have 4096");
    lies = EvidenceCodec.encode(Evidences.example()).toArray();
    lies[RULE_LENGTH_AT + 2 + Evidences.RULE.length() + 36] = 33;
    assertThat(why(Bytes.wrapOwned(lies))).contains("33 samples");
  }

  @Test
  void refusesWhatFollows() {
    byte[] encoded = EvidenceCodec.encode(Evidences.example()).toArray();
    assertThat(why(Bytes.wrapOwned(Arrays.copyOf(encoded, encoded.length + 3))))
        .contains("3 bytes too many");
  }

  @Test
  void refusesWhatEvidenceCannotHave() {
    byte[] encoded = EvidenceCodec.encode(Evidences.example()).toArray();
    int counts = RULE_LENGTH_AT + 2 + Evidences.RULE.length();
    int sample = counts + 37;
    assertThat(whyWith(encoded, 0, 'l')).contains("no evidence");
    assertThat(whyWith(encoded, 4, 2)).contains("another version");
    assertThat(whyWith(encoded, RULE_LENGTH_AT + 2, '\n')).contains("printable");
    assertThat(whyWith(encoded, counts, 0x80)).contains("negative");
    assertThat(whyWith(encoded, counts + 20, 0x70)).contains("last before the first");
    assertThat(whyWith(encoded, sample, 5)).contains("no version 5");
    assertThat(whyWith(encoded, sample + 1, 1)).contains("neither TCP nor UDP");
    assertThat(whyWith(encoded, sample + 2, 3)).contains("marks 3");
    assertThat(whyWith(encoded, sample + 2, 8)).contains("marks 8");
    assertThat(whyWith(encoded, sample + 7, 8)).contains("may have 2048");
  }

  @Test
  void cannotBeMadeBeyondItsBounds() {
    PayloadSample sample = Evidences.sample("x");
    assertThatThrownBy(() -> Evidences.sample("x".repeat(PayloadSample.MAX_PAYLOAD_BYTES + 1)))
        .hasMessageContaining("2049 bytes");
    assertThatThrownBy(() -> Evidences.sample("")).hasMessageContaining("0 bytes");
    assertThatThrownBy(() -> Evidences.of("", sample)).hasMessageContaining("the rule has 0");
    assertThatThrownBy(() -> Evidences.of("x".repeat(Evidence.MAX_RULE_BYTES + 1), sample))
        .hasMessageContaining("the rule has 4097");
    assertThatThrownBy(() -> Evidences.of("rule")).hasMessageContaining("0 samples");
    assertThatThrownBy(() ->
            new Evidence(
                "rule",
                Evidences.example().counts(),
                Collections.nCopies(Evidence.MAX_SAMPLES + 1, sample)))
        .hasMessageContaining("33 samples");
    List<PayloadSample> samples = Evidences.example().samples();
    assertThatThrownBy(() -> samples.add(sample)).isInstanceOf(UnsupportedOperationException.class);
  }

  private static String whyWith(byte[] encoded, int at, int value) {
    byte[] changed = encoded.clone();
    changed[at] = (byte) value;
    return why(Bytes.wrapOwned(changed));
  }

  private static String why(Bytes encoded) {
    DecodedEvidence decoded = EvidenceCodec.decode(encoded);
    assertThat(decoded).isInstanceOf(DecodedEvidence.Refused.class);
    return ((DecodedEvidence.Refused) decoded).why();
  }
}
