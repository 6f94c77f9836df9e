package org.lagroups.core.wire;

import static org.lagroups.core.wire.WireBytes.check;
import static org.lagroups.core.wire.WireBytes.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.core.wire.proto.TranscriptProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Snapshots as bytes, and back. Each signer's keys come once; a transcript names it by a bit. */
public final class SnapshotCodec {

  /** The longest encoded snapshot in bytes; one of 64 members, all endorsed by 64, fits. */
  public static final int MAX_SNAPSHOT_BYTES = 24 * 1024;

  private SnapshotCodec() {}

  /** The canonical encoding. */
  public static Bytes encode(Snapshot snapshot) {
    TranscriptProto.Snapshot.Builder wire =
        TranscriptProto.Snapshot.newBuilder().setGroup(wire(snapshot.group().bytes()));
    List<NodeId> signers = List.copyOf(snapshot.signers().keySet());
    snapshot.signers().values().forEach(signer -> wire.addSigners(TranscriptCodec.toWire(signer)));
    for (Transcript transcript : snapshot.transcripts()) {
      long bits = 0;
      for (Signer signer : transcript.signers()) {
        bits |= 1L << signers.indexOf(signer.identity().nodeId());
      }
      wire.addEndorsed(
          TranscriptProto.Endorsed.newBuilder()
              .setAttestee(wire(transcript.endorsement().attestee().bytes()))
              .setExpiryMillis(transcript.endorsement().expiryMillis())
              .setSigners(bits)
              .setSignature(wire(transcript.signature())));
    }
    return WireBytes.encoded(wire.build());
  }

  /** Reads what {@link #encode} writes, and nothing else. Checks no signature. */
  public static Decoded<Snapshot> decode(Bytes encoded) {
    try {
      return new Decoded.Accepted<>(strictlyDecoded(encoded));
    } catch (DecodingException e) {
      return new Decoded.Refused<>(e.reason());
    }
  }

  private static Snapshot strictlyDecoded(Bytes encoded) throws DecodingException {
    if (encoded.length() > MAX_SNAPSHOT_BYTES) {
      throw new DecodingException(Refusal.TOO_LONG);
    }
    Snapshot snapshot = fromWire(parsed(encoded));
    if (!encode(snapshot).equals(encoded)) {
      throw new DecodingException(Refusal.NOT_CANONICAL);
    }
    return snapshot;
  }

  private static TranscriptProto.Snapshot parsed(Bytes encoded) throws DecodingException {
    try {
      return TranscriptProto.Snapshot.parseFrom(encoded.asReadOnlyBuffer());
    } catch (InvalidProtocolBufferException e) {
      throw new DecodingException(Refusal.MALFORMED);
    }
  }

  private static Snapshot fromWire(TranscriptProto.Snapshot wire) throws DecodingException {
    check(wire.getSignersCount() >= 1 && wire.getSignersCount() <= Snapshot.MAX_MEMBERS);
    check(wire.getEndorsedCount() >= 1 && wire.getEndorsedCount() <= Snapshot.MAX_MEMBERS);
    GroupId group = WireBytes.groupId(wire.getGroup());
    List<Signer> signers = new ArrayList<>(wire.getSignersCount());
    NodeId previous = null;
    for (TranscriptProto.Signer one : wire.getSignersList()) {
      Signer signer = TranscriptCodec.fromWire(one);
      NodeId node = signer.identity().nodeId();
      check(previous == null || previous.compareTo(node) < 0);
      signers.add(signer);
      previous = node;
    }
    List<Transcript> transcripts = new ArrayList<>(wire.getEndorsedCount());
    previous = null;
    for (TranscriptProto.Endorsed one : wire.getEndorsedList()) {
      Transcript transcript = fromWire(group, signers, one);
      NodeId attestee = transcript.endorsement().attestee();
      check(previous == null || previous.compareTo(attestee) < 0);
      transcripts.add(transcript);
      previous = attestee;
    }
    return new Snapshot(group, transcripts);
  }

  private static Transcript fromWire(
      GroupId group, List<Signer> signers, TranscriptProto.Endorsed wire) throws DecodingException {
    check(wire.getExpiryMillis() >= 0);
    check(wire.getSignature().size() == BlsSignature.LENGTH);
    long bits = wire.getSigners();
    check(bits != 0 && Long.SIZE - Long.numberOfLeadingZeros(bits) <= signers.size());
    List<Signer> some = new ArrayList<>(Long.bitCount(bits));
    for (int i = 0; i < signers.size(); i++) {
      if ((bits >>> i & 1) == 1) {
        some.add(signers.get(i));
      }
    }
    return new Transcript(
        new Endorsement(group, WireBytes.nodeId(wire.getAttestee()), wire.getExpiryMillis()),
        some,
        WireBytes.bytes(wire.getSignature()));
  }
}
