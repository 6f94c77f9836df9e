package org.lagroups.node.transport.session;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.ProtocolId;

/** What carriers tell of their links. */
public interface LinkEvents {

  /** The peer said hello: on a link that it dialled it asks for a session, else it grants one. */
  void onHello(Link link, Hello hello);

  /** A message, only after {@link #onHello} and {@link Link#open}. */
  void onMessage(Link link, ProtocolId protocol, Bytes message);

  /**
   * The link is gone, and this side did not ask for it.
   *
   * @param reason for people
   */
  void onClosed(Link link, String reason);
}
