package org.lagroups.multicast.protocol;

import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.RelayVerdict;

/** Is told how members behave, and decides whether this node vouches for them. */
public interface Conduct {

  /** A member does not do its part. */
  void judged(RelayVerdict verdict);

  /** A message has come just now with a chunk that this node wanted, and that was sound. */
  void delivered(NodeId from, long bytes);
}
