package org.lagroups.multicast.protocol.entry;

import org.lagroups.machine.GroupId;
import org.lagroups.multicast.stream.SignedHeader;

/** What an {@link Entry} tells. After a failure, and after both others, nothing more. */
public interface EntryListener {

  /** The stream's header is there, and its publisher has signed it. */
  void found(SignedHeader header);

  /** This node is a member of the group in which the source distributes the stream. */
  void entered(GroupId group);

  /** It did not work out. */
  void failed(EntryFailure why);
}
