package org.lagroups.wormguard.cooperate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.cooperate.endorse.SetCodec;
import org.lagroups.wormguard.cooperate.judge.RefutationCodec;
import org.lagroups.wormguard.cooperate.record.DecodedRecord;
import org.lagroups.wormguard.cooperate.record.RecordCodec;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
final class DecoderFuzzTest {

  @MethodSource("messageSamples")
  @FuzzTest(maxDuration = "30s")
  void messages(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (GuardCodec.decode(encoded) instanceof DecodedMessage.Accepted accepted) {
      assertThat(GuardCodec.encode(accepted.message())).isEqualTo(encoded);
    }
  }

  @MethodSource("recordSamples")
  @FuzzTest(maxDuration = "30s")
  void records(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (RecordCodec.decode(encoded) instanceof DecodedRecord.Accepted accepted) {
      assertThat(RecordCodec.encode(accepted.record())).isEqualTo(encoded);
      SharedRule.read(accepted.record().rule());
    }
  }

  @MethodSource("refutationSamples")
  @FuzzTest(maxDuration = "30s")
  void refutations(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    RefutationCodec.decode(encoded)
        .ifPresent(read -> assertThat(RefutationCodec.encode(read)).isEqualTo(encoded));
  }

  @MethodSource("setSamples")
  @FuzzTest(maxDuration = "30s")
  void sets(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    SetCodec.decode(encoded)
        .ifPresent(read -> assertThat(SetCodec.encode(read)).isEqualTo(encoded));
  }

  @MethodSource("idSamples")
  @FuzzTest(maxDuration = "30s")
  void ids(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    try {
      assertThat(SignatureId.parse(text).toString()).isEqualToIgnoringCase(text);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("64 hexadecimal digits");
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(messageSamples(), this::messages);
    ShortRun.on(recordSamples(), this::records);
    ShortRun.on(refutationSamples(), this::refutations);
    ShortRun.on(setSamples(), this::sets);
    ShortRun.on(idSamples(), this::ids);
  }

  static List<byte[]> messageSamples() {
    return Samples.messages().stream().map(m -> GuardCodec.encode(m).toArray()).toList();
  }

  static List<byte[]> recordSamples() {
    return List.of(Samples.RECORD.encoded().toArray());
  }

  static List<byte[]> refutationSamples() {
    return List.of(Samples.REFUTATION.encoded().toArray());
  }

  static List<byte[]> setSamples() {
    return List.of(SetCodec.encode(Samples.SET).toArray());
  }

  static List<byte[]> idSamples() {
    return List.of(Samples.RECORD.id().toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
