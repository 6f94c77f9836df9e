package org.lagroups.core.robust.message;

import static org.lagroups.core.robust.message.MalformedException.check;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.microraft.MembershipChangeMode;
import io.microraft.RaftEndpoint;
import io.microraft.model.RaftModelFactory;
import io.microraft.model.groupop.UpdateRaftGroupMembersOp;
import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.message.proto.AgreementProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** Entries of the log, and what is in them. */
final class EntryCodec {

  /** Far more terms and entries than a group can have. */
  static final int MAX_TERM = 1 << 30;

  static final long MAX_INDEX = 1L << 40;

  /** The most seats: those of a full view, and as many that are about to go or to come. */
  static final int MAX_SEATS = 2 * GroupSettings.HARD_MAX_MEMBERS;

  private static final RaftModelFactory MODEL = new DefaultRaftModelFactory();

  private EntryCodec() {}

  static AgreementProto.Entry toWire(LogEntry entry) {
    AgreementProto.Entry.Builder wire =
        AgreementProto.Entry.newBuilder().setIndex(entry.getIndex()).setTerm(entry.getTerm());
    switch (entry.getOperation()) {
      case NewTerm _ -> {}
      case AgreedView view -> wire.setView(toWire(view));
      case UpdateRaftGroupMembersOp change ->
          wire.setSeatChange(
              AgreementProto.SeatChange.newBuilder()
                  .setSeats(seats(0, change.getMembers(), change.getVotingMembers()))
                  .setSeat(toWire(change.getEndpoint()))
                  .setMode(number(change.getMode())));
      default -> throw new IllegalArgumentException("no operation of ours: " + entry);
    }
    return wire.build();
  }

  static LogEntry fromWire(AgreementProto.Entry wire) throws MalformedException {
    Object operation =
        switch (wire.getOperationCase()) {
          case VIEW -> view(wire.getView());
          case SEAT_CHANGE -> change(wire.getSeatChange());
          case OPERATION_NOT_SET -> NewTerm.INSTANCE;
        };
    return MODEL
        .createLogEntryBuilder()
        .setIndex(index(wire.getIndex()))
        .setTerm(term(wire.getTerm()))
        .setOperation(operation)
        .build();
  }

  static List<LogEntry> entries(List<AgreementProto.Entry> wire, int most)
      throws MalformedException {
    check(wire.size() <= most, "entries");
    List<LogEntry> entries = new ArrayList<>(wire.size());
    for (AgreementProto.Entry entry : wire) {
      entries.add(fromWire(entry));
    }
    return entries;
  }

  static AgreementProto.Chunk toWire(SnapshotChunk chunk) {
    AgreementProto.Chunk.Builder wire =
        AgreementProto.Chunk.newBuilder()
            .setIndex(chunk.getIndex())
            .setTerm(chunk.getTerm())
            .setSeats(toWire(chunk.getGroupMembersView()));
    if (chunk.getOperation() instanceof AgreedView view) {
      wire.setView(toWire(view));
    }
    return wire.build();
  }

  static SnapshotChunk fromWire(AgreementProto.Chunk wire) throws MalformedException {
    return MODEL
        .createSnapshotChunkBuilder()
        .setIndex(index(wire.getIndex()))
        .setTerm(term(wire.getTerm()))
        .setOperation(wire.hasView() ? view(wire.getView()) : NewTerm.INSTANCE)
        .setSnapshotChunkIndex(0)
        .setSnapshotChunkCount(1)
        .setGroupMembersView(fromWire(wire.getSeats()))
        .build();
  }

  static AgreementProto.Seats toWire(RaftGroupMembersView view) {
    return seats(view.getLogIndex(), view.getMembers(), view.getVotingMembers());
  }

  static RaftGroupMembersView fromWire(AgreementProto.Seats wire) throws MalformedException {
    Collection<RaftEndpoint> voters = seats(wire.getVotersList());
    Collection<RaftEndpoint> all = new LinkedHashSet<>(voters);
    all.addAll(seats(wire.getLearnersList()));
    return MODEL
        .createRaftGroupMembersViewBuilder()
        .setLogIndex(index(wire.getIndex()))
        .setMembers(all)
        .setVotingMembers(voters)
        .build();
  }

  static AgreementProto.Seat toWire(RaftEndpoint endpoint) {
    return toWire((Seat) endpoint);
  }

  static AgreementProto.Seat toWire(Seat seat) {
    return AgreementProto.Seat.newBuilder()
        .setNode(wire(seat.node().bytes()))
        .setIncarnation(seat.incarnation())
        .build();
  }

  static Seat seat(AgreementProto.Seat wire) throws MalformedException {
    return new Seat(node(wire.getNode()), wire.getIncarnation());
  }

  static Collection<RaftEndpoint> seats(List<AgreementProto.Seat> wire) throws MalformedException {
    check(wire.size() <= MAX_SEATS, "seats");
    Collection<RaftEndpoint> seats = new LinkedHashSet<>();
    for (AgreementProto.Seat one : wire) {
      seats.add(seat(one));
    }
    return seats;
  }

  static long index(long value) throws MalformedException {
    check(value >= 0 && value <= MAX_INDEX, "index");
    return value;
  }

  static int term(int value) throws MalformedException {
    check(value >= 0 && value <= MAX_TERM, "term");
    return value;
  }

  static ByteString wire(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }

  private static AgreementProto.Seats seats(
      long index, Collection<RaftEndpoint> all, Collection<RaftEndpoint> voters) {
    AgreementProto.Seats.Builder wire = AgreementProto.Seats.newBuilder().setIndex(index);
    voters.forEach(seat -> wire.addVoters(toWire(seat)));
    all.stream()
        .filter(seat -> !voters.contains(seat))
        .forEach(seat -> wire.addLearners(toWire(seat)));
    return wire.build();
  }

  private static AgreementProto.View toWire(AgreedView view) {
    AgreementProto.View.Builder wire =
        AgreementProto.View.newBuilder().setNumber(view.number()).setThreshold(view.threshold());
    view.members().forEach(member -> wire.addMembers(wire(member.bytes())));
    return wire.build();
  }

  private static AgreedView view(AgreementProto.View wire) throws MalformedException {
    check(wire.getMembersCount() <= GroupSettings.HARD_MAX_MEMBERS, "members");
    TreeSet<NodeId> members = new TreeSet<>();
    for (ByteString member : wire.getMembersList()) {
      members.add(node(member));
    }
    boolean inRange =
        wire.getNumber() >= 1
            && wire.getNumber() <= AgreedView.MAX_NUMBER
            && wire.getThreshold() >= 0
            && wire.getThreshold() < members.size();
    check(inRange, "view");
    return new AgreedView(wire.getNumber(), members, wire.getThreshold());
  }

  private static UpdateRaftGroupMembersOp change(AgreementProto.SeatChange wire)
      throws MalformedException {
    RaftGroupMembersView seats = fromWire(wire.getSeats());
    check(seats.getLogIndex() == 0, "index of seats");
    return MODEL
        .createUpdateRaftGroupMembersOpBuilder()
        .setMembers(seats.getMembers())
        .setVotingMembers(seats.getVotingMembers())
        .setEndpoint(seat(wire.getSeat()))
        .setMode(mode(wire.getMode()))
        .build();
  }

  private static int number(MembershipChangeMode mode) {
    return switch (mode) {
      case ADD_LEARNER -> 1;
      case ADD_OR_PROMOTE_TO_FOLLOWER -> 2;
      case REMOVE_MEMBER -> 3;
    };
  }

  private static MembershipChangeMode mode(int number) throws MalformedException {
    return switch (number) {
      case 1 -> MembershipChangeMode.ADD_LEARNER;
      case 2 -> MembershipChangeMode.ADD_OR_PROMOTE_TO_FOLLOWER;
      case 3 -> MembershipChangeMode.REMOVE_MEMBER;
      default -> throw new MalformedException("mode");
    };
  }

  private static NodeId node(ByteString wire) throws MalformedException {
    check(wire.size() == NodeId.LENGTH, "node");
    return new NodeId(Bytes.wrapOwned(wire.toByteArray()));
  }
}
