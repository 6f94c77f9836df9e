package org.lagroups.multicast.relay.parent;

import org.lagroups.multicast.relay.RelayVerdict;

/** What a {@link Distributor} tells its owner, from within its own calls. */
public interface DistributorListener {

  /** There is room for chunks again. */
  void hasRoom();

  /** A member does not do its part. */
  void judged(RelayVerdict verdict);
}
