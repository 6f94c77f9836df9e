package org.lagroups.multicast.tree.port;

import java.util.OptionalLong;
import java.util.Set;
import org.lagroups.machine.NodeId;

/** What the distribution of chunks has found out about this node's neighbours. */
public interface RelayQuality {

  /**
   * Whether the parent delivers at a sufficient rate; true as long as nothing is due, as after a
   * change of parents or while the source sends nothing.
   */
  boolean parentDelivers();

  /** The children and siblings that do not pass on what they should; in a defined order. */
  Set<NodeId> droppers();

  /** What this node can send, in bits per second, as far as that is known. */
  OptionalLong uplinkBitsPerSecond();

  /** What a neighbour has been seen to send, in bits per second. */
  OptionalLong uplinkOf(NodeId neighbour);

  /** The round trip to a neighbour, in microseconds. */
  OptionalLong roundTripMicros(NodeId neighbour);

  /** The first chunk that this node misses. */
  long nextSequence();
}
