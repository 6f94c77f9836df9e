package org.lagroups.scenarios.adversary;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.lagroups.core.route.proto.RouteProto.Kind;
import org.lagroups.core.route.proto.RouteProto.Packet;
import org.lagroups.core.route.proto.RouteProto.RouteMessage;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportCounters;

/** Alters the answers that a node passes on for others, whenever it is told to lie. */
final class LyingTransport implements Transport {

  private static final int ROUTE = 3;

  private final NodeId self;
  private final Transport honest;
  private final BooleanSupplier lies;

  LyingTransport(NodeId self, Transport honest, BooleanSupplier lies) {
    this.self = self;
    this.honest = honest;
    this.lies = lies;
  }

  @Override
  public boolean send(NodeId to, ProtocolId protocol, Delivery delivery, Bytes message) {
    boolean lie = protocol.number() == ROUTE && lies.getAsBoolean();
    return honest.send(to, protocol, delivery, lie ? altered(message) : message);
  }

  private Bytes altered(Bytes message) {
    try {
      RouteMessage routed = RouteMessage.parseFrom(message.toArray());
      Packet packet = Packet.parseFrom(routed.getContent());
      if (packet.getKind() != Kind.ANSWER || packet.getBody().isEmpty() || isMine(packet)) {
        return message;
      }
      Packet lie = packet.toBuilder().setBody(lastBitFlipped(packet.getBody())).build();
      return Bytes.wrapOwned(
          routed.toBuilder().setContent(lie.toByteString()).build().toByteArray());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("the node itself sends malformed messages", e);
    }
  }

  /** An answer of this node itself, not one that it passes on. */
  private boolean isMine(Packet packet) {
    List<ByteString> nodes = packet.getNodesList();
    return nodes.getLast().equals(ByteString.copyFrom(self.bytes().toArray()));
  }

  private static ByteString lastBitFlipped(ByteString body) {
    byte[] bytes = body.toByteArray();
    bytes[bytes.length - 1] ^= 1;
    return ByteString.copyFrom(bytes);
  }

  @Override
  public int port() {
    return honest.port();
  }

  @Override
  public void keep(NodeId peer, List<NodeAddress> addresses) {
    honest.keep(peer, addresses);
  }

  @Override
  public void release(NodeId peer) {
    honest.release(peer);
  }

  @Override
  public boolean isUp(NodeId peer) {
    return honest.isUp(peer);
  }

  @Override
  public List<SessionInfo> sessions() {
    return honest.sessions();
  }

  @Override
  public TransportCounters counters() {
    return honest.counters();
  }

  @Override
  public void close() {
    honest.close();
  }
}
