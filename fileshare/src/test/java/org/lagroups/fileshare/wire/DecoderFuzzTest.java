package org.lagroups.fileshare.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.fileshare.record.DecodedRecord;
import org.lagroups.fileshare.record.RecordCodec;
import org.lagroups.fileshare.record.Records;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
class DecoderFuzzTest {

  @MethodSource("requestSamples")
  @FuzzTest(maxDuration = "30s")
  void requests(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (RequestCodec.decode(encoded) instanceof Decoded.Accepted<FileRequest> request) {
      assertThat(RequestCodec.encode(request.message())).isEqualTo(encoded);
    }
  }

  @MethodSource("replySamples")
  @FuzzTest(maxDuration = "30s")
  void replies(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (ReplyCodec.decode(encoded) instanceof Decoded.Accepted<FileReply> reply) {
      assertThat(ReplyCodec.encode(reply.message())).isEqualTo(encoded);
    }
  }

  @MethodSource("recordSamples")
  @FuzzTest(maxDuration = "30s")
  void records(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (RecordCodec.decode(encoded) instanceof DecodedRecord.Accepted accepted) {
      assertThat(RecordCodec.encode(accepted.record())).isEqualTo(encoded);
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(requestSamples(), this::requests);
    ShortRun.on(replySamples(), this::replies);
    ShortRun.on(recordSamples(), this::records);
  }

  static List<byte[]> requestSamples() {
    return CodecTest.requests().stream()
        .map(request -> RequestCodec.encode(request).toArray())
        .toList();
  }

  static List<byte[]> replySamples() {
    return CodecTest.replies().stream().map(reply -> ReplyCodec.encode(reply).toArray()).toList();
  }

  static List<byte[]> recordSamples() {
    return Stream.of("a.txt", "grüße.pdf")
        .map(name -> Records.record(Records.ALICE, Records.root(1), name))
        .map(record -> RecordCodec.encode(record).toArray())
        .toList();
  }
}
