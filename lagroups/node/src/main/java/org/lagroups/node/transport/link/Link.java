package org.lagroups.node.transport.link;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.lane.LaneMessage;
import org.lagroups.node.transport.lane.Path;

/**
 * An authenticated connection with a peer. It carries messages once both sides have said hello, or
 * that they attach it to a session they have, and {@link #start} was called.
 */
public interface Link extends Path {

  /** Who the peer proved to be. */
  NodeId peer();

  /** Where the peer is, as seen from here. */
  InetSocketAddress remote();

  /** Whether this side opened it. */
  boolean dialled();

  /** What carries it. */
  CarrierKind carrier();

  /** This side's reset token for it, to be said in a hello; zeros where there is no such thing. */
  Bytes resetToken();

  /** The hello that this side has said on it; null if none. */
  @Nullable Hello said();

  /** Sends a message of the session itself. The first is a hello or an attachment. */
  void say(SessionMessage message);

  @Override
  default void say(LaneMessage message) {
    say(new SessionMessage.OfLanes(message));
  }

  /** From now on the link belongs to a session, and messages flow. */
  void start();

  /**
   * Sends a message that may be lost; {@link #flush} lets it go out.
   *
   * @return whether it was taken; false when too much waits, or the link closed
   */
  boolean sendDatagram(int protocol, Bytes message);

  /** Sends a few bytes that mean nothing, so that neither side finds the link idle. */
  void sendKeepAlive();

  /** What it knows of whether it still works; belongs to a link that was started. */
  SignsOfLife signsOfLife();

  /** Closes it and tells the peer. {@link LinkEvents} hears no more of it. */
  void close(CloseReason reason);

  /** Nanoseconds since anything was last sent or received, or since the link was made. */
  long quietNanos();

  /** Nanoseconds since anything was last received, or since the link was made. */
  long silentNanos();
}
