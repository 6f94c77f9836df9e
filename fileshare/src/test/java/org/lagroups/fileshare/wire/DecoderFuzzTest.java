package org.lagroups.fileshare.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.lagroups.fileshare.record.DecodedRecord;
import org.lagroups.fileshare.record.RecordCodec;
import org.lagroups.machine.Bytes;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
class DecoderFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void requests(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (RequestCodec.decode(encoded) instanceof Decoded.Accepted<FileRequest> request) {
      assertThat(RequestCodec.encode(request.message())).isEqualTo(encoded);
    }
  }

  @FuzzTest(maxDuration = "30s")
  void replies(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (ReplyCodec.decode(encoded) instanceof Decoded.Accepted<FileReply> reply) {
      assertThat(ReplyCodec.encode(reply.message())).isEqualTo(encoded);
    }
  }

  @FuzzTest(maxDuration = "30s")
  void records(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (RecordCodec.decode(encoded) instanceof DecodedRecord.Accepted accepted) {
      assertThat(RecordCodec.encode(accepted.record())).isEqualTo(encoded);
    }
  }
}
