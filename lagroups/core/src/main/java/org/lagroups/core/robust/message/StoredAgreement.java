package org.lagroups.core.robust.message;

import com.google.protobuf.InvalidProtocolBufferException;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.SnapshotChunk;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.robust.message.proto.AgreementProto;
import org.lagroups.machine.Bytes;

/**
 * What of the agreement in one group has to survive a restart, so that this seat never votes twice
 * in a term and never forgets what it has confirmed.
 *
 * @param voting whether the seat has a vote
 * @param votedFor to which seat the vote of {@code term} was given, if to any
 * @param snapshot the latest one, if any
 * @param entries those after the snapshot, without gaps, and maybe some before
 */
public record StoredAgreement(
    Seat seat,
    boolean voting,
    Seat founder,
    int term,
    @Nullable Seat votedFor,
    @Nullable SnapshotChunk snapshot,
    List<LogEntry> entries) {

  /** More entries than a log between two snapshots has. */
  public static final int MAX_ENTRIES = 256;

  public StoredAgreement {
    entries = List.copyOf(entries);
  }

  /** As bytes. */
  public Bytes encode() {
    AgreementProto.StoredAgreement.Builder wire =
        AgreementProto.StoredAgreement.newBuilder()
            .setSeat(EntryCodec.toWire(seat))
            .setVoting(voting)
            .setFounder(EntryCodec.toWire(founder))
            .setTerm(term);
    if (votedFor != null) {
      wire.setVotedFor(EntryCodec.toWire(votedFor));
    }
    if (snapshot != null) {
      wire.setSnapshot(EntryCodec.toWire(snapshot));
    }
    entries.forEach(entry -> wire.addEntries(EntryCodec.toWire(entry)));
    return Bytes.wrapOwned(wire.build().toByteArray());
  }

  /** Reads what {@link #encode} has written; empty if it is anything else. */
  public static Optional<StoredAgreement> decode(Bytes encoded) {
    try {
      AgreementProto.StoredAgreement wire =
          AgreementProto.StoredAgreement.parseFrom(encoded.asReadOnlyBuffer());
      return Optional.of(
          new StoredAgreement(
              EntryCodec.seat(wire.getSeat()),
              wire.getVoting(),
              EntryCodec.seat(wire.getFounder()),
              EntryCodec.term(wire.getTerm()),
              wire.hasVotedFor() ? EntryCodec.seat(wire.getVotedFor()) : null,
              wire.hasSnapshot() ? EntryCodec.fromWire(wire.getSnapshot()) : null,
              EntryCodec.entries(wire.getEntriesList(), MAX_ENTRIES)));
    } catch (InvalidProtocolBufferException | MalformedException e) {
      return Optional.empty();
    }
  }
}
