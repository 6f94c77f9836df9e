package org.lagroups.node.transport;

import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** This node's sessions with its peers. Used on the node's event loop only. */
public interface Transport extends AutoCloseable {

  /** The port number in use, the same for every carrier. */
  int port();

  /**
   * Wants a session with {@code peer} until {@link #release}: dials its addresses in turn, and
   * dials again with back-off whenever the session breaks. A repeated call adds addresses.
   */
  void keep(NodeId peer, List<NodeAddress> addresses);

  /** No longer dials {@code peer}; an existing session stays until it is idle or broken. */
  void release(NodeId peer);

  /** Whether a session with {@code peer} is up. */
  boolean isUp(NodeId peer);

  /**
   * Sends one message, best effort; never blocks.
   *
   * @return whether it was taken: false without a session or when the session's bounded queue for
   *     this delivery is full
   */
  boolean send(NodeId to, ProtocolId protocol, Delivery delivery, Bytes message);

  /** The sessions that are up, in the order of their peers' IDs. */
  List<SessionInfo> sessions();

  /** What this transport has done so far. */
  TransportCounters counters();

  /** Closes all sessions and the sockets, telling peers so that they need not wait. */
  @Override
  void close();
}
