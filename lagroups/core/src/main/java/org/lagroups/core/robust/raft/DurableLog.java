package org.lagroups.core.robust.raft;

import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.persistence.RaftEndpointPersistentState;
import io.microraft.model.persistence.RaftTermPersistentState;
import io.microraft.persistence.RaftStore;
import io.microraft.persistence.RestoredRaftState;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.robust.message.Seat;
import org.lagroups.core.robust.message.StoredAgreement;

/**
 * What the library wants to be durable, as it stands now. It is small, so it is written as a whole;
 * {@link HeldBack} makes up for its being written later.
 */
final class DurableLog implements RaftStore {

  private static final DefaultRaftModelFactory MODEL = new DefaultRaftModelFactory();

  private final Seat seat;
  private final Seat founder;
  private final Runnable onChange;
  private final TreeMap<Long, LogEntry> entries = new TreeMap<>();
  private boolean voting;
  private int term;
  private @Nullable Seat votedFor;
  private @Nullable SnapshotChunk snapshot;

  /** Of a seat that knows nothing yet. */
  DurableLog(Seat seat, Seat founder, Runnable onChange) {
    this.seat = seat;
    this.founder = founder;
    this.onChange = onChange;
  }

  /** As it was before a restart. */
  DurableLog(StoredAgreement stored, Runnable onChange) {
    this(stored.seat(), stored.founder(), onChange);
    this.voting = stored.voting();
    this.term = stored.term();
    this.votedFor = stored.votedFor();
    this.snapshot = stored.snapshot();
    stored.entries().forEach(entry -> entries.put(entry.getIndex(), entry));
  }

  StoredAgreement state() {
    return new StoredAgreement(
        seat, voting, founder, term, votedFor, snapshot, List.copyOf(entries.values()));
  }

  /** What it has behind its snapshot, as it is now. */
  Collection<LogEntry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /** What the library goes on from. */
  RestoredRaftState restored() {
    RaftGroupMembersView initial =
        MODEL
            .createRaftGroupMembersViewBuilder()
            .setLogIndex(0)
            .setMembers(List.of(founder))
            .setVotingMembers(List.of(founder))
            .build();
    SnapshotChunk chunk = snapshot;
    return new RestoredRaftState(
        MODEL
            .createRaftEndpointPersistentStateBuilder()
            .setLocalEndpoint(seat)
            .setVoting(voting)
            .build(),
        initial,
        MODEL.createRaftTermPersistentStateBuilder().setTerm(term).setVotedFor(votedFor).build(),
        chunk == null
            ? null
            : MODEL
                .createSnapshotEntryBuilder()
                .setIndex(chunk.getIndex())
                .setTerm(chunk.getTerm())
                .setSnapshotChunks(List.of(chunk))
                .setGroupMembersView(chunk.getGroupMembersView())
                .build(),
        List.copyOf(entries.values()));
  }

  @Override
  public void persistAndFlushLocalEndpoint(RaftEndpointPersistentState state) {
    voting = state.isVoting();
    onChange.run();
  }

  @Override
  public void persistAndFlushInitialGroupMembers(RaftGroupMembersView initial) {
    onChange.run();
  }

  @Override
  public void persistAndFlushTerm(RaftTermPersistentState state) {
    term = state.getTerm();
    votedFor = (Seat) state.getVotedFor();
    onChange.run();
  }

  @Override
  public void persistLogEntries(List<LogEntry> more) {
    more.forEach(entry -> entries.put(entry.getIndex(), entry));
    onChange.run();
  }

  @Override
  public void persistSnapshotChunk(SnapshotChunk chunk) {
    snapshot = chunk;
    onChange.run();
  }

  @Override
  public void truncateLogEntriesFrom(long index) {
    entries.tailMap(index, true).clear();
    onChange.run();
  }

  @Override
  public void truncateLogEntriesUntil(long index) {
    entries.headMap(index, true).clear();
    onChange.run();
  }

  @Override
  public void deleteSnapshotChunks(long index, int count) {
    // A snapshot has one chunk, and is there as a whole or not at all.
  }

  @Override
  public void flush() {
    // Everything is handed over when the turn ends, and nothing leaves before it is durable.
  }
}
