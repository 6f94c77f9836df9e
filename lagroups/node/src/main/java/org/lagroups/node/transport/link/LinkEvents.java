package org.lagroups.node.transport.link;

import org.lagroups.machine.Bytes;
import org.lagroups.node.transport.lane.Lane;

/** What carriers tell of their links. */
public interface LinkEvents {

  /**
   * The peer said something on the session's own behalf. The first thing on a link is a hello or an
   * attachment, and nothing later is.
   */
  void onSaid(Link link, SessionMessage message);

  /** A message has arrived in a lane, only after {@link Link#start}. */
  void onMessage(Link link, Lane lane, int protocol, Bytes message);

  /** A message that may be lost has arrived, only after {@link Link#start}. */
  void onDatagram(Link link, int protocol, Bytes message);

  /** The link may take more of a lane than it did before. */
  void onWritable(Link link);

  /** The link is gone, and this side did not ask for it. */
  void onClosed(Link link, LinkEnd end);
}
