package org.lagroups.multicast.protocol;

import org.lagroups.multicast.protocol.entry.EntryFailure;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/** What a {@link ReceivedStream} tells, from within calls of its machine. */
public interface ReceivedListener {

  /** The header is there: {@link ReceivedStream#begin} may be called, now or later. */
  void found(SignedHeader header);

  /** A chunk has come that is sound and new; it is in the store. In any order. */
  void taken(SealedChunk chunk);

  /** All chunks below a sequence are in the store, or given up for being too late. */
  void advanced(long below);

  /** Every chunk has come, or was given up. The node goes on serving others until closed. */
  void completed();

  /** It did not work out; nothing more is told. */
  void failed(EntryFailure why);
}
