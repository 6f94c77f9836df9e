package org.lagroups.core.wire;

import static org.lagroups.core.wire.WireBytes.check;
import static org.lagroups.core.wire.WireBytes.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.wire.proto.TranscriptProto;
import org.lagroups.machine.Bytes;

/** Transcripts as bytes, and back. */
public final class TranscriptCodec {

  /** The longest encoded transcript in bytes; one with the most signers fits. */
  public static final int MAX_TRANSCRIPT_BYTES = 16 * 1024;

  private TranscriptCodec() {}

  /** The canonical encoding. */
  public static Bytes encode(Transcript transcript) {
    TranscriptProto.Transcript.Builder wire =
        TranscriptProto.Transcript.newBuilder()
            .setGroup(wire(transcript.endorsement().group().bytes()))
            .setAttestee(wire(transcript.endorsement().attestee().bytes()))
            .setExpiryMillis(transcript.endorsement().expiryMillis())
            .setSignature(wire(transcript.signature()));
    for (Signer signer : transcript.signers()) {
      wire.addSigners(toWire(signer));
    }
    return WireBytes.encoded(wire.build());
  }

  static TranscriptProto.Signer toWire(Signer signer) {
    return TranscriptProto.Signer.newBuilder()
        .setEd25519Key(wire(signer.identity().ed25519()))
        .setBlsKey(wire(signer.identity().bls()))
        .setPossession(wire(signer.possession()))
        .build();
  }

  /** Reads what {@link #encode} writes, and nothing else. Checks no signature. */
  public static Decoded<Transcript> decode(Bytes encoded) {
    try {
      return new Decoded.Accepted<>(strictlyDecoded(encoded));
    } catch (DecodingException e) {
      return new Decoded.Refused<>(e.reason());
    }
  }

  private static Transcript strictlyDecoded(Bytes encoded) throws DecodingException {
    if (encoded.length() > MAX_TRANSCRIPT_BYTES) {
      throw new DecodingException(Refusal.TOO_LONG);
    }
    Transcript transcript = fromWire(parsed(encoded));
    if (!encode(transcript).equals(encoded)) {
      throw new DecodingException(Refusal.NOT_CANONICAL);
    }
    return transcript;
  }

  private static TranscriptProto.Transcript parsed(Bytes encoded) throws DecodingException {
    try {
      return TranscriptProto.Transcript.parseFrom(encoded.asReadOnlyBuffer());
    } catch (InvalidProtocolBufferException e) {
      throw new DecodingException(Refusal.MALFORMED);
    }
  }

  private static Transcript fromWire(TranscriptProto.Transcript wire) throws DecodingException {
    check(wire.getExpiryMillis() >= 0);
    check(wire.getSignersCount() >= 1 && wire.getSignersCount() <= Transcript.MAX_SIGNERS);
    check(wire.getSignature().size() == BlsSignature.LENGTH);
    List<Signer> signers = new ArrayList<>(wire.getSignersCount());
    for (TranscriptProto.Signer signer : wire.getSignersList()) {
      signers.add(fromWire(signer));
    }
    return new Transcript(
        new Endorsement(
            WireBytes.groupId(wire.getGroup()),
            WireBytes.nodeId(wire.getAttestee()),
            wire.getExpiryMillis()),
        signers,
        WireBytes.bytes(wire.getSignature()));
  }

  static Signer fromWire(TranscriptProto.Signer wire) throws DecodingException {
    check(wire.getEd25519Key().size() == PublicIdentity.ED25519_LENGTH);
    check(wire.getBlsKey().size() == PublicIdentity.BLS_LENGTH);
    check(wire.getPossession().size() == BlsSignature.LENGTH);
    return new Signer(
        new PublicIdentity(
            WireBytes.bytes(wire.getEd25519Key()), WireBytes.bytes(wire.getBlsKey())),
        WireBytes.bytes(wire.getPossession()));
  }
}
