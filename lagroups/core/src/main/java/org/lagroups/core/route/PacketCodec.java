package org.lagroups.core.route;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.route.Packet.Payload;
import org.lagroups.core.route.proto.RouteProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** Packets as bytes and back. */
final class PacketCodec {

  private static final int MAX_PROTOCOL = 255;

  private PacketCodec() {}

  static Bytes encode(Sealed sealed) {
    RouteProto.RouteMessage.Builder message =
        RouteProto.RouteMessage.newBuilder().setContent(toProto(sealed.content()));
    sealed.signature().ifPresent(signature -> message.setSignature(toProto(signature.value())));
    return Bytes.wrapOwned(message.build().toByteArray());
  }

  static Bytes encodeContent(Packet packet) {
    RouteProto.Packet.Builder content =
        RouteProto.Packet.newBuilder()
            .setGroup(toProto(packet.route().group().bytes()))
            .setRequest(packet.request())
            .setService(packet.service().number())
            .setDelivery(toProto(packet.delivery()));
    packet.route().nodes().forEach(node -> content.addNodes(toProto(node.bytes())));
    switch (packet.payload()) {
      case Payload.Ask ask ->
          content
              .setKind(RouteProto.Kind.REQUEST)
              .setExpiresMillis(ask.expiresMillis())
              .setBody(toProto(ask.body()));
      case Payload.Answer answer ->
          content.setKind(RouteProto.Kind.ANSWER).setBody(toProto(answer.body()));
      case Payload.Refuse refuse ->
          content.setKind(RouteProto.Kind.REFUSAL).setCode(refuse.reason().code());
      case Payload.Undelivered undelivered ->
          content.setKind(RouteProto.Kind.UNDELIVERED).setCode(undelivered.hop());
    }
    return Bytes.wrapOwned(content.build().toByteArray());
  }

  /** The packet that bytes from a peer stand for, if they are the canonical encoding of one. */
  static Optional<Sealed> decode(Bytes message) {
    try {
      RouteProto.RouteMessage outer = RouteProto.RouteMessage.parseFrom(message.asReadOnlyBuffer());
      Bytes content = fromProto(outer.getContent());
      Optional<Packet> packet = toPacket(RouteProto.Packet.parseFrom(outer.getContent()));
      Optional<Signature> signature =
          outer.getSignature().size() == Signature.LENGTH
              ? Optional.of(new Signature(fromProto(outer.getSignature())))
              : Optional.empty();
      return packet
          .filter(parsed -> encodeContent(parsed).equals(content))
          .map(parsed -> new Sealed(parsed, content, signature))
          .filter(sealed -> encode(sealed).equals(message))
          .filter(sealed -> sealed.packet().needsSignature() == signature.isPresent());
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static Optional<Packet> toPacket(RouteProto.Packet content) {
    Optional<Route> route = toRoute(content);
    Optional<Delivery> delivery = toDelivery(content.getDelivery());
    int service = content.getService();
    if (route.isEmpty() || delivery.isEmpty() || service < 1 || service > MAX_PROTOCOL) {
      return Optional.empty();
    }
    return toPayload(content, route.get())
        .map(payload ->
            new Packet(
                route.get(),
                content.getRequest(),
                new ProtocolId(service),
                delivery.get(),
                payload));
  }

  private static Optional<Route> toRoute(RouteProto.Packet content) {
    List<ByteString> nodes = content.getNodesList();
    if (content.getGroup().size() != GroupId.LENGTH
        || nodes.size() < Route.MIN_NODES
        || nodes.size() > Route.MAX_NODES
        || nodes.stream().anyMatch(node -> node.size() != NodeId.LENGTH)
        || nodes.stream().distinct().count() < nodes.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Route(
            new GroupId(fromProto(content.getGroup())),
            nodes.stream().map(node -> new NodeId(fromProto(node))).toList()));
  }

  private static Optional<Payload> toPayload(RouteProto.Packet content, Route route) {
    if (content.getBody().size() > Router.MAX_BODY_BYTES) {
      return Optional.empty();
    }
    Bytes body = fromProto(content.getBody());
    int code = content.getCode();
    return switch (content.getKind()) {
      case REQUEST ->
          content.getExpiresMillis() > 0
              ? Optional.of(new Payload.Ask(content.getExpiresMillis(), body))
              : Optional.empty();
      case ANSWER -> Optional.of(new Payload.Answer(body));
      case REFUSAL -> RouteRefusal.ofCode(code).map(Payload.Refuse::new);
      case UNDELIVERED ->
          code >= 2 && code < route.nodes().size()
              ? Optional.of(new Payload.Undelivered(code))
              : Optional.empty();
      case NO_KIND, UNRECOGNIZED -> Optional.empty();
    };
  }

  private static Optional<Delivery> toDelivery(RouteProto.Delivery delivery) {
    return switch (delivery) {
      case ORDERED -> Optional.of(Delivery.ORDERED);
      case BULK -> Optional.of(Delivery.BULK);
      case DATAGRAM -> Optional.of(Delivery.DATAGRAM);
      case UNRECOGNIZED -> Optional.empty();
    };
  }

  private static RouteProto.Delivery toProto(Delivery delivery) {
    return switch (delivery) {
      case ORDERED -> RouteProto.Delivery.ORDERED;
      case BULK -> RouteProto.Delivery.BULK;
      case DATAGRAM -> RouteProto.Delivery.DATAGRAM;
    };
  }

  private static ByteString toProto(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }

  private static Bytes fromProto(ByteString bytes) {
    return Bytes.wrapOwned(bytes.toByteArray());
  }
}
