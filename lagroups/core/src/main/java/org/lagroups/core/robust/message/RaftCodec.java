package org.lagroups.core.robust.message;

import static org.lagroups.core.robust.message.EntryCodec.index;
import static org.lagroups.core.robust.message.EntryCodec.term;
import static org.lagroups.core.robust.message.MalformedException.check;

import io.microraft.model.RaftModelFactory;
import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.message.AppendEntriesFailureResponse;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.AppendEntriesSuccessResponse;
import io.microraft.model.message.InstallSnapshotRequest;
import io.microraft.model.message.InstallSnapshotResponse;
import io.microraft.model.message.PreVoteRequest;
import io.microraft.model.message.PreVoteResponse;
import io.microraft.model.message.RaftMessage;
import io.microraft.model.message.VoteRequest;
import io.microraft.model.message.VoteResponse;
import org.lagroups.core.robust.message.proto.AgreementProto;
import org.lagroups.machine.GroupId;

/** The messages of Raft. */
final class RaftCodec {

  /** The most entries in one message: so many of the longest fit into one. */
  static final int MAX_ENTRIES = AgreementCodec.MAX_ENTRIES;

  private static final RaftModelFactory MODEL = new DefaultRaftModelFactory();

  private RaftCodec() {}

  /** Writes what kind of message it is, and what is special to it. */
  static void write(RaftMessage message, AgreementProto.Carried.Builder wire) {
    switch (message) {
      case AppendEntriesRequest one -> wire.setAppend(toWire(one));
      case AppendEntriesSuccessResponse one ->
          wire.setAppended(
              AgreementProto.Appended.newBuilder()
                  .setLastIndex(one.getLastLogIndex())
                  .setQuery(one.getQuerySequenceNumber())
                  .setFlow(one.getFlowControlSequenceNumber()));
      case AppendEntriesFailureResponse one ->
          wire.setNotAppended(
              AgreementProto.NotAppended.newBuilder()
                  .setExpectedIndex(one.getExpectedNextIndex())
                  .setQuery(one.getQuerySequenceNumber())
                  .setFlow(one.getFlowControlSequenceNumber()));
      case InstallSnapshotRequest one -> wire.setInstall(toWire(one));
      case InstallSnapshotResponse one ->
          wire.setInstalled(
              AgreementProto.Installed.newBuilder()
                  .setSnapshotIndex(one.getSnapshotIndex())
                  .setChunk(one.getRequestedSnapshotChunkIndex())
                  .setQuery(one.getQuerySequenceNumber())
                  .setFlow(one.getFlowControlSequenceNumber()));
      case PreVoteRequest one ->
          wire.setPreVote(logEnd(one.getLastLogTerm(), one.getLastLogIndex()));
      case PreVoteResponse one -> wire.setPreVoteAnswer(granted(one.isGranted()));
      case VoteRequest one ->
          wire.setVote(
              AgreementProto.Vote.newBuilder()
                  .setLogEnd(logEnd(one.getLastLogTerm(), one.getLastLogIndex()))
                  .setSticky(one.isSticky()));
      case VoteResponse one -> wire.setVoteAnswer(granted(one.isGranted()));
      default -> throw new IllegalArgumentException("no message that is sent: " + message);
    }
    wire.setTerm(message.getTerm());
  }

  static RaftMessage read(AgreementProto.Carried wire, GroupId group, Seat sender)
      throws MalformedException {
    int term = term(wire.getTerm());
    return switch (wire.getKindCase()) {
      case APPEND -> append(wire.getAppend(), group, sender, term);
      case APPENDED ->
          MODEL
              .createAppendEntriesSuccessResponseBuilder()
              .setGroupId(group)
              .setSender(sender)
              .setTerm(term)
              .setLastLogIndex(index(wire.getAppended().getLastIndex()))
              .setQuerySequenceNumber(index(wire.getAppended().getQuery()))
              .setFlowControlSequenceNumber(index(wire.getAppended().getFlow()))
              .build();
      case NOT_APPENDED ->
          MODEL
              .createAppendEntriesFailureResponseBuilder()
              .setGroupId(group)
              .setSender(sender)
              .setTerm(term)
              .setExpectedNextIndex(index(wire.getNotAppended().getExpectedIndex()))
              .setQuerySequenceNumber(index(wire.getNotAppended().getQuery()))
              .setFlowControlSequenceNumber(index(wire.getNotAppended().getFlow()))
              .build();
      case INSTALL -> install(wire.getInstall(), group, sender, term);
      case INSTALLED -> installed(wire.getInstalled(), group, sender, term);
      case PRE_VOTE ->
          MODEL
              .createPreVoteRequestBuilder()
              .setGroupId(group)
              .setSender(sender)
              .setTerm(term)
              .setLastLogTerm(term(wire.getPreVote().getTerm()))
              .setLastLogIndex(index(wire.getPreVote().getIndex()))
              .build();
      case PRE_VOTE_ANSWER ->
          MODEL
              .createPreVoteResponseBuilder()
              .setGroupId(group)
              .setSender(sender)
              .setTerm(term)
              .setGranted(wire.getPreVoteAnswer().getGranted())
              .build();
      case VOTE ->
          MODEL
              .createVoteRequestBuilder()
              .setGroupId(group)
              .setSender(sender)
              .setTerm(term)
              .setLastLogTerm(term(wire.getVote().getLogEnd().getTerm()))
              .setLastLogIndex(index(wire.getVote().getLogEnd().getIndex()))
              .setSticky(wire.getVote().getSticky())
              .build();
      case VOTE_ANSWER ->
          MODEL
              .createVoteResponseBuilder()
              .setGroupId(group)
              .setSender(sender)
              .setTerm(term)
              .setGranted(wire.getVoteAnswer().getGranted())
              .build();
      case KIND_NOT_SET -> throw new MalformedException("no message");
    };
  }

  private static AgreementProto.Append toWire(AppendEntriesRequest one) {
    AgreementProto.Append.Builder wire =
        AgreementProto.Append.newBuilder()
            .setPreviousTerm(one.getPreviousLogTerm())
            .setPreviousIndex(one.getPreviousLogIndex())
            .setCommitIndex(one.getCommitIndex())
            .setQuery(one.getQuerySequenceNumber())
            .setFlow(one.getFlowControlSequenceNumber());
    one.getLogEntries().forEach(entry -> wire.addEntries(EntryCodec.toWire(entry)));
    return wire.build();
  }

  /** Its entries follow on the previous one, each on the one before. */
  private static RaftMessage append(
      AgreementProto.Append wire, GroupId group, Seat sender, int term) throws MalformedException {
    var entries = EntryCodec.entries(wire.getEntriesList(), MAX_ENTRIES);
    long expected = index(wire.getPreviousIndex()) + 1;
    for (var entry : entries) {
      check(entry.getIndex() == expected && entry.getTerm() <= term, "order of entries");
      expected++;
    }
    return MODEL
        .createAppendEntriesRequestBuilder()
        .setGroupId(group)
        .setSender(sender)
        .setTerm(term)
        .setPreviousLogTerm(term(wire.getPreviousTerm()))
        .setPreviousLogIndex(wire.getPreviousIndex())
        .setCommitIndex(index(wire.getCommitIndex()))
        .setLogEntries(entries)
        .setQuerySequenceNumber(index(wire.getQuery()))
        .setFlowControlSequenceNumber(index(wire.getFlow()))
        .build();
  }

  private static AgreementProto.Install toWire(InstallSnapshotRequest one) {
    AgreementProto.Install.Builder wire =
        AgreementProto.Install.newBuilder()
            .setFromLeader(one.isSenderLeader())
            .setSnapshotTerm(one.getSnapshotTerm())
            .setSnapshotIndex(one.getSnapshotIndex())
            .setTotalChunks(one.getTotalSnapshotChunkCount())
            .setSeats(EntryCodec.toWire(one.getGroupMembersView()))
            .setQuery(one.getQuerySequenceNumber())
            .setFlow(one.getFlowControlSequenceNumber());
    if (one.getSnapshotChunk() != null) {
      wire.setChunk(EntryCodec.toWire(one.getSnapshotChunk()));
    }
    one.getSnapshottedMembers().forEach(seat -> wire.addHolders(EntryCodec.toWire(seat)));
    return wire.build();
  }

  private static RaftMessage install(
      AgreementProto.Install wire, GroupId group, Seat sender, int term) throws MalformedException {
    check(wire.getTotalChunks() == 1, "chunks");
    return MODEL
        .createInstallSnapshotRequestBuilder()
        .setGroupId(group)
        .setSender(sender)
        .setTerm(term)
        .setSenderLeader(wire.getFromLeader())
        .setSnapshotTerm(term(wire.getSnapshotTerm()))
        .setSnapshotIndex(index(wire.getSnapshotIndex()))
        .setTotalSnapshotChunkCount(wire.getTotalChunks())
        .setSnapshotChunk(wire.hasChunk() ? EntryCodec.fromWire(wire.getChunk()) : null)
        .setSnapshottedMembers(EntryCodec.seats(wire.getHoldersList()))
        .setGroupMembersView(EntryCodec.fromWire(wire.getSeats()))
        .setQuerySequenceNumber(index(wire.getQuery()))
        .setFlowControlSequenceNumber(index(wire.getFlow()))
        .build();
  }

  private static RaftMessage installed(
      AgreementProto.Installed wire, GroupId group, Seat sender, int term)
      throws MalformedException {
    check(wire.getChunk() == 0, "chunk");
    return MODEL
        .createInstallSnapshotResponseBuilder()
        .setGroupId(group)
        .setSender(sender)
        .setTerm(term)
        .setSnapshotIndex(index(wire.getSnapshotIndex()))
        .setRequestedSnapshotChunkIndex(wire.getChunk())
        .setQuerySequenceNumber(index(wire.getQuery()))
        .setFlowControlSequenceNumber(index(wire.getFlow()))
        .build();
  }

  private static AgreementProto.LogEnd logEnd(int term, long index) {
    return AgreementProto.LogEnd.newBuilder().setTerm(term).setIndex(index).build();
  }

  private static AgreementProto.Granted granted(boolean granted) {
    return AgreementProto.Granted.newBuilder().setGranted(granted).build();
  }
}
