package org.lagroups.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.route.proto.RouteProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
final class PacketFuzzTest {

  @MethodSource("messageSamples")
  @FuzzTest(maxDuration = "30s")
  void messages(byte[] input) {
    check(Bytes.copyOf(input));
  }

  /** As above, but the outer layer is always sound. */
  @MethodSource("contentSamples")
  @FuzzTest(maxDuration = "30s")
  void contents(byte[] input) {
    RouteProto.RouteMessage.Builder message =
        RouteProto.RouteMessage.newBuilder().setContent(ByteString.copyFrom(input));
    check(Bytes.wrapOwned(message.build().toByteArray()));
    message.setSignature(ByteString.copyFrom(new byte[Signature.LENGTH]));
    check(Bytes.wrapOwned(message.build().toByteArray()));
  }

  @Test
  void shortRun() {
    ShortRun.on(messageSamples(), this::messages);
    ShortRun.on(contentSamples(), this::contents);
  }

  static List<byte[]> messageSamples() {
    return contentSamples().stream()
        .map(content ->
            RouteProto.RouteMessage.newBuilder()
                .setContent(ByteString.copyFrom(content))
                .setSignature(ByteString.copyFrom(new byte[Signature.LENGTH]))
                .build()
                .toByteArray())
        .toList();
  }

  static List<byte[]> contentSamples() {
    return Stream.of(
            RouteProto.Kind.REQUEST,
            RouteProto.Kind.ANSWER,
            RouteProto.Kind.REFUSAL,
            RouteProto.Kind.UNDELIVERED)
        .map(PacketFuzzTest::content)
        .toList();
  }

  private static byte[] content(RouteProto.Kind kind) {
    RouteProto.Packet.Builder packet =
        RouteProto.Packet.newBuilder()
            .setGroup(ByteString.copyFrom(new byte[GroupId.LENGTH]))
            .setRequest(7)
            .setKind(kind)
            .setService(16);
    for (int i = 1; i <= 3; i++) {
      byte[] node = new byte[NodeId.LENGTH];
      node[0] = (byte) i;
      packet.addNodes(ByteString.copyFrom(node));
    }
    switch (kind) {
      case REQUEST -> packet.setExpiresMillis(1).setBody(ByteString.copyFromUtf8("body"));
      case ANSWER -> packet.setBody(ByteString.copyFromUtf8("body"));
      default -> packet.setCode(2);
    }
    return packet.build().toByteArray();
  }

  private static void check(Bytes message) {
    PacketCodec.decode(message)
        .ifPresent(sealed -> assertThat(PacketCodec.encode(sealed)).isEqualTo(message));
  }
}
