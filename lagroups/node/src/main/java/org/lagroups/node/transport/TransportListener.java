package org.lagroups.node.transport;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** Hears from a {@link Transport}, on the node's event loop. */
public interface TransportListener {

  /**
   * A session is up.
   *
   * @param address where the peer is, as seen from here; worth remembering only if this side
   *     dialled
   * @param dialled whether this side opened it
   */
  void onSessionUp(NodeId peer, NodeAddress address, boolean dialled);

  /** A message has arrived; at most {@link org.lagroups.machine.Environment#MAX_MESSAGE_BYTES}. */
  void onMessage(NodeId from, ProtocolId protocol, Bytes message);

  /**
   * A session is still up, but one of its connections was closed without a farewell, as the system
   * does for a process that has died.
   */
  void onSessionInDoubt(NodeId peer);

  /**
   * A session is gone.
   *
   * @param reason for people
   */
  void onSessionDown(NodeId peer, String reason);
}
