package org.lagroups.multicast.relay.child;

import org.lagroups.multicast.relay.RelayVerdict;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/** What a {@link Member} tells its owner, from within its own calls. */
public interface MemberListener {

  /** A chunk has come that is sound and new; it is in the store. In any order. */
  void taken(SealedChunk chunk);

  /** All chunks below a sequence are in the store, or given up for being too late. */
  void advanced(long below);

  /** A neighbour does not do its part. */
  void judged(RelayVerdict verdict);
}
