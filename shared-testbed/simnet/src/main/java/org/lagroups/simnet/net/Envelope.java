package org.lagroups.simnet.net;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** A message on its way from one node to another. */
public record Envelope(
    NodeId from, NodeId to, ProtocolId protocol, Delivery delivery, Bytes message) {

  /** The same with other content. */
  public Envelope withMessage(Bytes other) {
    return new Envelope(from, to, protocol, delivery, other);
  }

  /** The same to someone else. */
  public Envelope withTo(NodeId other) {
    return new Envelope(from, other, protocol, delivery, message);
  }
}
