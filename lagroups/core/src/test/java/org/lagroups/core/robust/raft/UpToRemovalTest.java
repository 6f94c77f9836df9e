package org.lagroups.core.robust.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.testing.TestSubjects.GROUP;
import static org.lagroups.core.testing.TestSubjects.node;

import io.microraft.MembershipChangeMode;
import io.microraft.RaftEndpoint;
import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.log.LogEntry;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.AppendEntriesSuccessResponse;
import io.microraft.model.message.RaftMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lagroups.core.robust.message.NewTerm;
import org.lagroups.core.robust.message.Seat;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** A follower learns that its seat was removed long ago, and that more is agreed on. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class UpToRemovalTest {

  private static final DefaultRaftModelFactory MODEL = new DefaultRaftModelFactory();
  private static final Seat FOUNDER = new Seat(node(1), 1);
  private static final Seat SELF = new Seat(node(2), 2);
  private static final Seat OTHER = new Seat(node(3), 3);
  private static final long ADDED = 2;

  /** One before that of a snapshot. */
  private static final long REMOVED = 31;

  private final List<RaftMessage> sent = new ArrayList<>();
  private final Running running =
      Running.begin(
          new DurableLog(SELF, FOUNDER, () -> {}),
          GROUP,
          Pace.of(12_000),
          new StillEnvironment(SELF.node(), new Random(1)),
          new Running.Wires((_, message) -> sent.add(message), _ -> true, _ -> {}));

  @Test
  void itEndsBeforeASnapshotWouldBeTaken() {
    take(log(1, 30), 30);
    assertThat(running.hasEnded()).isFalse();
    take(log(31, 39), 39);
    assertThat(running.hasEnded()).isTrue();
    assertThat(sent).filteredOn(AppendEntriesSuccessResponse.class::isInstance).hasSize(2);
  }

  @Test
  void itEndsBeforeSeatsChangeAgain() {
    List<LogEntry> entries = new ArrayList<>(log(1, 31));
    entries.add(entry(32, 1, change(MembershipChangeMode.ADD_LEARNER, OTHER, FOUNDER, OTHER)));
    take(entries, 32);
    assertThat(running.hasEnded()).isTrue();
  }

  @Test
  void itEndsWhereTheRemovalWasInItsLogBefore() {
    take(log(1, 31), 30);
    assertThat(running.hasEnded()).isFalse();
    take(log(32, 39), 39);
    assertThat(running.hasEnded()).isTrue();
  }

  @Test
  void aRemovalThatWasNeverAgreedOnGivesWay() {
    take(log(1, 31), 30);
    List<LogEntry> others =
        LongStream.rangeClosed(REMOVED, 39)
            .mapToObj(index -> entry(index, 2, NewTerm.INSTANCE))
            .toList();
    running.take(append(2, 1, others, 39));
    assertThat(running.hasEnded()).isFalse();
    assertThat(running.log().state().snapshot()).isNotNull();
  }

  @Test
  void theRemovalOfAnotherChangesNothing() {
    Object removal = change(MembershipChangeMode.REMOVE_MEMBER, OTHER, FOUNDER);
    AppendEntriesRequest request = append(1, 0, List.of(entry(1, 1, removal)), 1);
    assertThat(UpToRemoval.of(request, SELF, List.of())).isSameAs(request);
  }

  private void take(List<LogEntry> entries, long commit) {
    running.take(append(1, entries.getFirst().getIndex() == 1 ? 0 : 1, entries, commit));
  }

  /** The founder's: it gives this seat, and takes it away again. */
  private static List<LogEntry> log(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(index -> entry(index, 1, at(index))).toList();
  }

  private static Object at(long index) {
    if (index == ADDED) {
      return change(MembershipChangeMode.ADD_LEARNER, SELF, FOUNDER, SELF);
    }
    return index == REMOVED
        ? change(MembershipChangeMode.REMOVE_MEMBER, SELF, FOUNDER)
        : NewTerm.INSTANCE;
  }

  private static Object change(MembershipChangeMode mode, Seat whose, RaftEndpoint... members) {
    return MODEL
        .createUpdateRaftGroupMembersOpBuilder()
        .setMembers(List.of(members))
        .setVotingMembers(List.of(FOUNDER))
        .setEndpoint(whose)
        .setMode(mode)
        .build();
  }

  private static LogEntry entry(long index, int term, Object operation) {
    return MODEL
        .createLogEntryBuilder()
        .setIndex(index)
        .setTerm(term)
        .setOperation(operation)
        .build();
  }

  private static AppendEntriesRequest append(
      int term, int previousTerm, List<LogEntry> entries, long commit) {
    return MODEL
        .createAppendEntriesRequestBuilder()
        .setGroupId(GROUP)
        .setSender(FOUNDER)
        .setTerm(term)
        .setPreviousLogTerm(previousTerm)
        .setPreviousLogIndex(entries.getFirst().getIndex() - 1)
        .setCommitIndex(commit)
        .setLogEntries(entries)
        .setQuerySequenceNumber(0)
        .setFlowControlSequenceNumber(0)
        .build();
  }

  /** In which no time passes, and nothing is sent. */
  private record StillEnvironment(NodeId self, RandomGenerator random)
      implements Environment<NoTimer> {

    @Override
    public long wallMillis() {
      return 0;
    }

    @Override
    public long elapsedNanos() {
      return 0;
    }

    @Override
    public boolean send(NodeId to, Delivery delivery, Bytes message) {
      return false;
    }

    @Override
    public void setTimer(NoTimer timer, long delayMillis) {}

    @Override
    public void cancelTimer(NoTimer timer) {}

    @Override
    public void keepLink(NodeId peer, List<NodeAddress> addresses) {}

    @Override
    public void releaseLink(NodeId peer) {}

    @Override
    public boolean isLinked(NodeId peer) {
      return true;
    }
  }

  private enum NoTimer {
    NONE
  }
}
