package org.lagroups.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.route.proto.RouteProto;
import org.lagroups.machine.Bytes;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
final class PacketFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void messages(byte[] input) {
    check(Bytes.copyOf(input));
  }

  /** As above, but the outer layer is always sound. */
  @FuzzTest(maxDuration = "30s")
  void contents(byte[] input) {
    RouteProto.RouteMessage.Builder message =
        RouteProto.RouteMessage.newBuilder().setContent(ByteString.copyFrom(input));
    check(Bytes.wrapOwned(message.build().toByteArray()));
    message.setSignature(ByteString.copyFrom(new byte[Signature.LENGTH]));
    check(Bytes.wrapOwned(message.build().toByteArray()));
  }

  private static void check(Bytes message) {
    PacketCodec.decode(message)
        .ifPresent(sealed -> assertThat(PacketCodec.encode(sealed)).isEqualTo(message));
  }
}
