package org.lagroups.node.transport.session;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** An authenticated connection with a peer. It becomes a session when both sides said hello. */
public interface Link {

  /** Who the peer proved to be. */
  NodeId peer();

  /** Where the peer is, as seen from here. */
  NodeAddress address();

  /** Whether this side opened it. */
  boolean dialled();

  /** What carries it, such as {@code quic}. */
  String carrier();

  /** Sends this side's hello, the first message, and lets messages flow. */
  void open(long incarnation, long sequence);

  /**
   * Sends a message, best effort.
   *
   * @return whether it was taken; false when the queue of this delivery is full
   */
  boolean send(ProtocolId protocol, Delivery delivery, Bytes message);

  /** Sends a few bytes that mean nothing, so that neither side finds the link idle. */
  void sendKeepAlive();

  /** Closes it and tells the peer. {@link LinkEvents} hears no more of it. */
  void close(CloseReason reason);

  /** Payload bytes of messages sent. */
  long bytesOut();

  /** Payload bytes of messages received. */
  long bytesIn();

  /** Nanoseconds since a message was last sent or received, or since the link was made. */
  long quietNanos();
}
