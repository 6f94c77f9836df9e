package org.lagroups.multicast.tree.port;

import java.util.List;
import java.util.random.RandomGenerator;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.place.Bounds;

/** Time, links and messages: what the tree sees of its machine's environment. */
public interface TreeHost {

  /** The node itself. */
  NodeId self();

  /** Where it may be reached, at most {@link Bounds#MAX_ADDRESSES}. */
  List<NodeAddress> addresses();

  /** Milliseconds from an arbitrary origin; never goes back. */
  long nowMillis();

  /** Wall-clock time in milliseconds since 1970-01-01 UTC. */
  long wallMillis();

  /** Randomness, unpredictable to peers. */
  RandomGenerator random();

  /** Sends in order, best effort; false if it was not taken. */
  boolean send(NodeId to, TreeMessage message);

  /** Wants a link until {@link #releaseLink}; a repeated call adds addresses. */
  void keepLink(Contact peer);

  /** No longer wants it. */
  void releaseLink(NodeId peer);

  /** Whether there is a link. */
  boolean isLinked(NodeId peer);

  /** Asks for one call of the tree's timer after so long; replaces what was asked before. */
  void wakeIn(long millis);
}
