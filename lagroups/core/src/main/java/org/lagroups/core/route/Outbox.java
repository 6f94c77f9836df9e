package org.lagroups.core.route;

import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;

/** Sends packets one hop further. */
final class Outbox {

  private final Environment<RouteTimer> environment;
  private final Identity identity;

  Outbox(Environment<RouteTimer> environment, Identity identity) {
    this.environment = environment;
    this.identity = identity;
  }

  /**
   * Sends a packet that this node makes.
   *
   * @return whether there was a link with room
   */
  boolean send(NodeId to, Packet packet) {
    return pass(to, packet.delivery(), PacketCodec.encode(Sealed.of(packet, identity)));
  }

  /** Sends encoded bytes; a datagram that would be too long goes with the ordered messages. */
  boolean pass(NodeId to, Delivery delivery, Bytes message) {
    boolean tooLong =
        delivery == Delivery.DATAGRAM && message.length() > Environment.MAX_DATAGRAM_BYTES;
    return environment.send(to, tooLong ? Delivery.ORDERED : delivery, message);
  }
}
