package org.lagroups.node.transport.session;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * An authenticated connection with a peer. It carries messages once both sides have said hello and
 * {@link #start} was called; see {@link Sessions} for when that is.
 */
public interface Link {

  /** Who the peer proved to be. */
  NodeId peer();

  /** Where the peer is, as seen from here. */
  NodeAddress address();

  /** Whether this side opened it. */
  boolean dialled();

  /** What carries it, such as {@code quic}. */
  String carrier();

  /** Sends this side's hello, before anything else. */
  void sayHello(long incarnation, long sequence);

  /** Sends that this link, and no other, is the session. */
  void confirm();

  /** From now on the link is the session, and messages flow. */
  void start();

  /**
   * Sends a message, best effort.
   *
   * @return whether it was taken; false when the queue of this delivery is full, or the link closed
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
