package org.lagroups.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.transcript.Members.endorsement;
import static org.lagroups.core.transcript.Members.signer;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.wire.Decoded;
import org.lagroups.core.wire.Decoded.Accepted;
import org.lagroups.core.wire.Decoded.Refused;
import org.lagroups.core.wire.Refusal;
import org.lagroups.core.wire.TranscriptCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;

final class TranscriptCodecTest {

  private static final Transcript SAMPLE = Members.transcript(endorsement(), 1, 2, 3);

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void transcripts(byte[] input) {
    check(Bytes.copyOf(input));
  }

  @Test
  void readsWhatItWrites() {
    assertThat(TranscriptCodec.decode(TranscriptCodec.encode(SAMPLE)))
        .isEqualTo(new Accepted<>(SAMPLE));
  }

  @Test
  void hasRoomForTheMostSigners() {
    Transcript largest =
        new Transcript(
            endorsement(),
            Collections.nCopies(Transcript.MAX_SIGNERS, signer(1)),
            SAMPLE.signature());
    assertThat(TranscriptCodec.decode(TranscriptCodec.encode(largest)))
        .isEqualTo(new Accepted<>(largest));
  }

  @Test
  void refusesWhatIsTooLong() {
    Bytes tooLong = Bytes.wrapOwned(new byte[TranscriptCodec.MAX_TRANSCRIPT_BYTES + 1]);
    assertThat(TranscriptCodec.decode(tooLong)).isEqualTo(new Refused<>(Refusal.TOO_LONG));
  }

  @Test
  void refusesATranscriptThatIsCutShort() {
    Bytes whole = TranscriptCodec.encode(SAMPLE);
    for (int length = 0; length < whole.length(); length++) {
      assertThat(TranscriptCodec.decode(whole.slice(0, length))).isInstanceOf(Refused.class);
    }
  }

  /** Damaged transcripts, in every run: a few bytes changed. */
  @Test
  void neverMisreadsDamage() {
    List<Bytes> samples = List.of(TranscriptCodec.encode(SAMPLE));
    Seeds.forEach(
        5_000,
        1_000_000,
        seed -> {
          RandomGenerator random = new SplittableRandom(seed);
          byte[] bytes = samples.getFirst().toArray();
          for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
          }
          check(Bytes.wrapOwned(bytes));
        });
  }

  static List<byte[]> samples() {
    return List.of(TranscriptCodec.encode(SAMPLE).toArray());
  }

  private static void check(Bytes encoded) {
    Decoded<Transcript> decoded = TranscriptCodec.decode(encoded);
    if (decoded instanceof Accepted<Transcript>(Transcript transcript)) {
      assertThat(TranscriptCodec.encode(transcript)).isEqualTo(encoded);
    }
  }
}
