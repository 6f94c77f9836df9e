package org.lagroups.node.transport.session;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.ProtocolId;

/** What carriers tell of their links. */
public interface LinkEvents {

  /** The peer said hello. */
  void onHello(Link link, Hello hello);

  /** The peer confirmed the link, after its hello. */
  void onConfirm(Link link);

  /** A message, only after {@link Link#start}. */
  void onMessage(Link link, ProtocolId protocol, Bytes message);

  /**
   * The link is gone, and this side did not ask for it.
   *
   * @param reason for people
   */
  void onClosed(Link link, String reason);
}
