package org.lagroups.multicast.protocol.entry;

import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.wire.StreamMessage.Admission;

/** What an {@link Entry} tells. After a failure, and after both others, nothing more. */
public interface EntryListener {

  /** The stream's header is there, and its publisher has signed it. */
  void found(SignedHeader header);

  /** This node may look for a place in the stream's tree. */
  void admitted(Admission admission);

  /** It did not work out. */
  void failed(EntryFailure why);
}
