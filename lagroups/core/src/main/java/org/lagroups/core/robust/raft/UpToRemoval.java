package org.lagroups.core.robust.raft;

import io.microraft.MembershipChangeMode;
import io.microraft.model.groupop.UpdateRaftGroupMembersOp;
import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.log.LogEntry;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.RaftMessage;
import java.util.Collection;
import java.util.stream.Stream;
import org.lagroups.core.robust.message.Seat;

/**
 * Keeps a follower from what is agreed on behind the entry that removes its seat.
 *
 * <p>Version 0.7 of the library goes on when it has applied that entry, if one message tells that
 * more is agreed on. At the next change of seats that fails, and at an index at which a snapshot
 * would be taken it tries again for ever, as none is taken any more.
 */
final class UpToRemoval {

  private static final DefaultRaftModelFactory MODEL = new DefaultRaftModelFactory();

  private UpToRemoval() {}

  /**
   * The message, or one that tells of no more than the removal.
   *
   * @param known the entries of this seat's log
   */
  static RaftMessage of(RaftMessage message, Seat seat, Collection<LogEntry> known) {
    if (!(message instanceof AppendEntriesRequest request)) {
      return message;
    }
    // What a log has behind the entry before those of the message gives way to them.
    Stream<LogEntry> before =
        known.stream().filter(entry -> entry.getIndex() <= request.getPreviousLogIndex());
    long last =
        Stream.concat(before, request.getLogEntries().stream())
            .filter(entry -> removes(entry, seat))
            .mapToLong(LogEntry::getIndex)
            .min()
            .orElse(Long.MAX_VALUE);
    return request.getCommitIndex() <= last ? request : upTo(last, request);
  }

  private static boolean removes(LogEntry entry, Seat seat) {
    return entry.getOperation() instanceof UpdateRaftGroupMembersOp change
        && change.getMode() == MembershipChangeMode.REMOVE_MEMBER
        && change.getEndpoint().equals(seat);
  }

  private static AppendEntriesRequest upTo(long last, AppendEntriesRequest request) {
    return MODEL
        .createAppendEntriesRequestBuilder()
        .setGroupId(request.getGroupId())
        .setSender(request.getSender())
        .setTerm(request.getTerm())
        .setPreviousLogTerm(request.getPreviousLogTerm())
        .setPreviousLogIndex(request.getPreviousLogIndex())
        .setCommitIndex(last)
        .setLogEntries(request.getLogEntries())
        .setQuerySequenceNumber(request.getQuerySequenceNumber())
        .setFlowControlSequenceNumber(request.getFlowControlSequenceNumber())
        .build();
  }
}
