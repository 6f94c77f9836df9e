package org.lagroups.core.robust.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.testing.TestSubjects.GROUP;
import static org.lagroups.core.testing.TestSubjects.node;

import io.microraft.MembershipChangeMode;
import io.microraft.RaftEndpoint;
import io.microraft.model.RaftModelFactory;
import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.RaftMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.message.AgreementMessage.Carried;
import org.lagroups.core.robust.message.AgreementMessage.Presence;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

final class AgreementCodecTest {

  private static final RaftModelFactory MODEL = new DefaultRaftModelFactory();
  private static final NodeId FROM = node(1);
  private static final Seat SENDER = new Seat(FROM, -7);
  private static final Seat FOUNDER = new Seat(node(2), 9);

  @Test
  void everyMessageIsReadAsItWasWritten() {
    for (AgreementMessage message : all()) {
      Bytes encoded = AgreementCodec.encode(message);
      assertThat(AgreementCodec.decode(FROM, encoded))
          .hasValueSatisfying(read -> {
            assertThat(AgreementCodec.encode(read)).isEqualTo(encoded);
            assertThat(read.toString()).isEqualTo(message.toString());
          });
    }
  }

  @Test
  void aMessageThatWasCutOrAddedToIsRefused() {
    for (AgreementMessage message : all()) {
      byte[] whole = AgreementCodec.encode(message).toArray();
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThat(AgreementCodec.decode(FROM, Bytes.wrapOwned(cut))).isEmpty();
      }
      byte[] longer = Arrays.copyOf(whole, whole.length + 2);
      longer[whole.length] = 0x78;
      assertThat(AgreementCodec.decode(FROM, Bytes.wrapOwned(longer))).isEmpty();
    }
  }

  @Test
  void whatIsOutOfBoundsIsRefused() {
    assertThat(decoded(vote(EntryCodec.MAX_TERM + 1, 1))).isFalse();
    assertThat(decoded(vote(1, EntryCodec.MAX_INDEX + 1))).isFalse();
    assertThat(decoded(vote(-1, 1))).isFalse();
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 1; i <= AgreementCodec.MAX_ENTRIES + 1; i++) {
      entries.add(entry(i, NewTerm.INSTANCE));
    }
    assertThat(decoded(append(entries))).isFalse();
    assertThat(decoded(append(entries.subList(0, AgreementCodec.MAX_ENTRIES)))).isTrue();
    assertThat(decoded(append(entries.subList(1, 3)))).isFalse();
    assertThat(AgreementCodec.decode(FROM, Bytes.wrapOwned(new byte[70_000]))).isEmpty();
  }

  @Test
  void theLongestEntriesFitIntoOneMessage() {
    Set<NodeId> most = new TreeSet<>();
    Set<RaftEndpoint> seats = new LinkedHashSet<>();
    for (int i = 0; i < EntryCodec.MAX_SEATS; i++) {
      seats.add(new Seat(node(i), -1));
      if (i < 64) {
        most.add(node(i));
      }
    }
    Object change =
        MODEL
            .createUpdateRaftGroupMembersOpBuilder()
            .setMembers(seats)
            .setVotingMembers(seats)
            .setEndpoint(SENDER)
            .setMode(MembershipChangeMode.REMOVE_MEMBER)
            .build();
    Object view = new AgreedView(AgreedView.MAX_NUMBER, new TreeSet<>(most), 63);
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 1; i <= AgreementCodec.MAX_ENTRIES; i++) {
      entries.add(entry(i, i % 2 == 0 ? view : change));
    }
    Bytes encoded = AgreementCodec.encode(append(entries));
    assertThat(encoded.length()).isLessThan(AgreementCodec.MAX_MESSAGE_BYTES);
    assertThat(AgreementCodec.decode(FROM, encoded)).isPresent();
  }

  @Test
  void whatIsStoredIsReadAsItWasWritten() {
    for (StoredAgreement stored : stored()) {
      assertThat(StoredAgreement.decode(stored.encode()))
          .hasValueSatisfying(read -> assertThat(read.encode()).isEqualTo(stored.encode()));
    }
    assertThat(StoredAgreement.decode(Bytes.fromHex("ff"))).isEmpty();
    assertThat(StoredAgreement.decode(Bytes.EMPTY)).isEmpty();
  }

  static List<StoredAgreement> stored() {
    return List.of(
        new StoredAgreement(SENDER, false, FOUNDER, 0, null, null, List.of()),
        new StoredAgreement(
            SENDER,
            true,
            FOUNDER,
            3,
            FOUNDER,
            chunk(),
            List.of(entry(8, view()), entry(9, view()))));
  }

  private static boolean decoded(AgreementMessage message) {
    return AgreementCodec.decode(FROM, AgreementCodec.encode(message)).isPresent();
  }

  static List<AgreementMessage> all() {
    return List.of(
        new Presence(GROUP, 0, 0, false),
        new Presence(GROUP, Long.MIN_VALUE, AgreedView.MAX_NUMBER, true),
        append(List.of()),
        append(List.of(entry(1, NewTerm.INSTANCE), entry(2, view()), entry(3, change()))),
        carried(
            MODEL
                .createAppendEntriesSuccessResponseBuilder()
                .setGroupId(GROUP)
                .setSender(SENDER)
                .setTerm(3)
                .setLastLogIndex(4)
                .setQuerySequenceNumber(5)
                .setFlowControlSequenceNumber(6)
                .build()),
        carried(
            MODEL
                .createAppendEntriesFailureResponseBuilder()
                .setGroupId(GROUP)
                .setSender(SENDER)
                .setTerm(3)
                .setExpectedNextIndex(4)
                .build()),
        install(null),
        install(chunk()),
        carried(
            MODEL
                .createInstallSnapshotResponseBuilder()
                .setGroupId(GROUP)
                .setSender(SENDER)
                .setTerm(3)
                .setSnapshotIndex(7)
                .setRequestedSnapshotChunkIndex(0)
                .build()),
        carried(
            MODEL
                .createPreVoteRequestBuilder()
                .setGroupId(GROUP)
                .setSender(SENDER)
                .setTerm(3)
                .setLastLogTerm(2)
                .setLastLogIndex(7)
                .build()),
        carried(
            MODEL
                .createPreVoteResponseBuilder()
                .setGroupId(GROUP)
                .setSender(SENDER)
                .setTerm(3)
                .setGranted(false)
                .build()),
        vote(3, 4),
        carried(
            MODEL
                .createVoteResponseBuilder()
                .setGroupId(GROUP)
                .setSender(SENDER)
                .setTerm(3)
                .setGranted(true)
                .build()));
  }

  private static Carried append(List<LogEntry> entries) {
    AppendEntriesRequest request =
        MODEL
            .createAppendEntriesRequestBuilder()
            .setGroupId(GROUP)
            .setSender(SENDER)
            .setTerm(3)
            .setPreviousLogTerm(0)
            .setPreviousLogIndex(0)
            .setCommitIndex(2)
            .setLogEntries(entries)
            .setQuerySequenceNumber(0)
            .setFlowControlSequenceNumber(1)
            .build();
    return carried(request);
  }

  private static Carried install(@Nullable SnapshotChunk chunk) {
    return carried(
        MODEL
            .createInstallSnapshotRequestBuilder()
            .setGroupId(GROUP)
            .setSender(SENDER)
            .setTerm(3)
            .setSenderLeader(true)
            .setSnapshotTerm(2)
            .setSnapshotIndex(7)
            .setTotalSnapshotChunkCount(1)
            .setSnapshotChunk(chunk)
            .setSnapshottedMembers(List.of(SENDER))
            .setGroupMembersView(seats())
            .setQuerySequenceNumber(0)
            .setFlowControlSequenceNumber(4)
            .build());
  }

  private static Carried vote(int term, long index) {
    return carried(
        MODEL
            .createVoteRequestBuilder()
            .setGroupId(GROUP)
            .setSender(SENDER)
            .setTerm(term)
            .setLastLogTerm(1)
            .setLastLogIndex(index)
            .setSticky(true)
            .build());
  }

  private static Carried carried(RaftMessage message) {
    return new Carried(GROUP, FOUNDER, 77, message);
  }

  private static LogEntry entry(long index, Object operation) {
    return MODEL.createLogEntryBuilder().setIndex(index).setTerm(2).setOperation(operation).build();
  }

  private static AgreedView view() {
    return new AgreedView(5, new TreeSet<>(Set.of(node(1), node(2), node(3))), 2);
  }

  private static Object change() {
    return MODEL
        .createUpdateRaftGroupMembersOpBuilder()
        .setMembers(List.of(SENDER, FOUNDER))
        .setVotingMembers(List.of(SENDER))
        .setEndpoint(FOUNDER)
        .setMode(MembershipChangeMode.ADD_LEARNER)
        .build();
  }

  private static RaftGroupMembersView seats() {
    return MODEL
        .createRaftGroupMembersViewBuilder()
        .setLogIndex(6)
        .setMembers(List.of(SENDER, FOUNDER))
        .setVotingMembers(List.of(SENDER))
        .build();
  }

  private static SnapshotChunk chunk() {
    return MODEL
        .createSnapshotChunkBuilder()
        .setIndex(7)
        .setTerm(2)
        .setOperation(view())
        .setSnapshotChunkIndex(0)
        .setSnapshotChunkCount(1)
        .setGroupMembersView(seats())
        .build();
  }
}
