package org.lagroups.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.route.Packet.Payload;
import org.lagroups.core.route.proto.RouteProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.simnet.seed.Seeds;

final class PacketCodecTest {

  private static final Random RANDOM = new Random(7);
  private static final GroupId GROUP = GroupId.random(RANDOM);
  private static final List<NodeId> NODES =
      IntStream.range(0, Route.MAX_NODES + 1).mapToObj(PacketCodecTest::node).toList();
  private static final Bytes BODY = Bytes.fromHex("0102");
  private static final Signature SIGNATURE =
      new Signature(Bytes.wrapOwned(new byte[Signature.LENGTH]));

  @ParameterizedTest
  @MethodSource("payloads")
  void returnsWhatWasEncoded(Payload payload) {
    for (Delivery delivery : Delivery.values()) {
      for (int length : new int[] {3, Route.MAX_NODES}) {
        Sealed sealed = sealed(packet(length, delivery, payload));
        assertThat(PacketCodec.decode(PacketCodec.encode(sealed))).contains(sealed);
      }
    }
  }

  static Stream<Payload> payloads() {
    return Stream.of(
        new Payload.Ask(1, Bytes.EMPTY),
        new Payload.Ask(Long.MAX_VALUE, BODY),
        new Payload.Answer(Bytes.wrapOwned(new byte[Router.MAX_BODY_BYTES])),
        new Payload.Refuse(RouteRefusal.DECLINED),
        new Payload.Undelivered(2));
  }

  @Test
  void theLongestMessageFits() {
    Packet longest =
        packet(
            Route.MAX_NODES,
            Delivery.DATAGRAM,
            new Payload.Ask(Long.MAX_VALUE, Bytes.wrapOwned(new byte[Router.MAX_BODY_BYTES])));

    assertThat(PacketCodec.encode(sealed(longest)).length())
        .isLessThan(Environment.MAX_MESSAGE_BYTES);
  }

  @Test
  void refusesEveryTruncation() {
    Bytes whole = PacketCodec.encode(sealed(packet(3, Delivery.BULK, new Payload.Answer(BODY))));
    for (int length = 0; length < whole.length(); length++) {
      assertThat(PacketCodec.decode(whole.slice(0, length))).isEmpty();
    }
  }

  @Test
  void refusesALoop() {
    assertThat(PacketCodec.decode(altered(content -> content.setNodes(2, content.getNodes(0)))))
        .isEmpty();
  }

  @Test
  void refusesTooFewOrTooManyNodes() {
    assertThat(PacketCodec.decode(altered(PacketCodecTest::withOneNode))).isEmpty();
    assertThat(PacketCodec.decode(altered(PacketCodecTest::withTooManyNodes))).isEmpty();
  }

  @Test
  void refusesValuesOutOfRange() {
    ByteString tooLong = ByteString.copyFrom(new byte[Router.MAX_BODY_BYTES + 1]);
    assertThat(PacketCodec.decode(altered(content -> content.setBody(tooLong)))).isEmpty();
    assertThat(PacketCodec.decode(altered(content -> content.setService(0)))).isEmpty();
    assertThat(PacketCodec.decode(altered(content -> content.setService(256)))).isEmpty();
    assertThat(PacketCodec.decode(altered(content -> content.setDeliveryValue(3)))).isEmpty();
    assertThat(PacketCodec.decode(altered(content -> content.setKind(RouteProto.Kind.NO_KIND))))
        .isEmpty();
    assertThat(PacketCodec.decode(altered(content -> content.setKindValue(9)))).isEmpty();
    assertThat(PacketCodec.decode(altered(content -> content.setCode(1)))).isEmpty();
    assertThat(PacketCodec.decode(altered(content -> content.setGroup(tooLong)))).isEmpty();
    assertThat(
            PacketCodec.decode(
                altered(content ->
                    content.setKind(RouteProto.Kind.REQUEST).setExpiresMillis(-1).clearCode())))
        .isEmpty();
    assertThat(
            PacketCodec.decode(
                altered(content -> content.setKind(RouteProto.Kind.REFUSAL).setCode(77))))
        .isEmpty();
    assertThat(
            PacketCodec.decode(
                altered(content -> content.setKind(RouteProto.Kind.UNDELIVERED).clearBody())))
        .isEmpty();
  }

  @Test
  void refusesASignatureWhereNoneBelongsAndNoneWhereOneDoes() {
    Packet relayed = packet(3, Delivery.ORDERED, new Payload.Answer(BODY));
    Packet direct = packet(2, Delivery.ORDERED, new Payload.Answer(BODY));
    assertThat(PacketCodec.decode(encoded(relayed, Optional.empty()))).isEmpty();
    assertThat(PacketCodec.decode(encoded(direct, Optional.of(SIGNATURE)))).isEmpty();
    assertThat(PacketCodec.decode(encoded(direct, Optional.empty()))).isPresent();
  }

  @Test
  void neverThrowsForAMessageWithRandomDamage() {
    Seeds.forEach(
        200,
        20_000,
        seed -> {
          Random random = new Random(seed);
          byte[] damaged =
              PacketCodec.encode(sealed(packet(4, Delivery.BULK, new Payload.Answer(BODY))))
                  .toArray();
          for (int i = random.nextInt(1, 4); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
          }
          Bytes message = Bytes.wrapOwned(damaged);
          PacketCodec.decode(message)
              .ifPresent(decoded -> assertThat(PacketCodec.encode(decoded)).isEqualTo(message));
        });
  }

  private interface Alteration {
    RouteProto.Packet.Builder apply(RouteProto.Packet.Builder content);
  }

  private static RouteProto.Packet.Builder withOneNode(RouteProto.Packet.Builder content) {
    ByteString first = content.getNodes(0);
    return content.clearNodes().addNodes(first);
  }

  private static RouteProto.Packet.Builder withTooManyNodes(RouteProto.Packet.Builder content) {
    content.clearNodes();
    NODES.forEach(node -> content.addNodes(ByteString.copyFrom(node.bytes().toArray())));
    return content;
  }

  private static Bytes altered(Alteration alteration) {
    try {
      Bytes content = PacketCodec.encodeContent(packet(3, Delivery.BULK, new Payload.Answer(BODY)));
      RouteProto.Packet.Builder parsed =
          RouteProto.Packet.parseFrom(content.asReadOnlyBuffer()).toBuilder();
      return Bytes.wrapOwned(
          RouteProto.RouteMessage.newBuilder()
              .setContent(alteration.apply(parsed).build().toByteString())
              .setSignature(ByteString.copyFrom(SIGNATURE.value().toArray()))
              .build()
              .toByteArray());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("what was encoded has to parse", e);
    }
  }

  private static Packet packet(int length, Delivery delivery, Payload payload) {
    return new Packet(
        new Route(GROUP, NODES.subList(0, length)), 42, new ProtocolId(16), delivery, payload);
  }

  private static Sealed sealed(Packet packet) {
    return new Sealed(
        packet,
        PacketCodec.encodeContent(packet),
        packet.needsSignature() ? Optional.of(SIGNATURE) : Optional.empty());
  }

  private static Bytes encoded(Packet packet, Optional<Signature> signature) {
    return PacketCodec.encode(new Sealed(packet, PacketCodec.encodeContent(packet), signature));
  }

  private static NodeId node(int number) {
    byte[] value = new byte[NodeId.LENGTH];
    value[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(value));
  }
}
