package org.lagroups.core.monitor;

import java.util.Optional;
import org.lagroups.core.group.Subscription;

/** One party's interest in whether a peer answers; closing ends it. */
public interface Watch extends Subscription {

  /** Whether the peer answers. */
  Liveness liveness();

  /** The round-trip time to it, once there is a measurement. */
  Optional<RoundTrip> roundTrip();
}
