package org.lagroups.wormguard.cooperate.endorse;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.util.Optional;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.wire.proto.EndorsementSetMessage;

/** Endorsement sets to bytes and back, in their one canonical form. */
public final class SetCodec {

  /** The longest encoding: 64 signers of 184 bytes each, and 200 for the rest. */
  public static final int MAX_BYTES = EndorsementSet.MAX_SIGNERS * 192 + 256;

  private SetCodec() {}

  /** The encoding of a set. */
  public static Bytes encode(EndorsementSet set) {
    EndorsementSetMessage.Builder message =
        EndorsementSetMessage.newBuilder()
            .setGroup(wrap(set.endorsement().group().bytes()))
            .setId(wrap(set.endorsement().id().hash()))
            .setExpiresMillis(set.endorsement().expiryMillis())
            .setMultiSignature(wrap(set.multiSignature()));
    for (Signer signer : set.signers()) {
      message.addSigners(
          EndorsementSetMessage.Signer.newBuilder()
              .setEd25519Key(wrap(signer.identity().ed25519()))
              .setBlsKey(wrap(signer.identity().bls()))
              .setPossession(wrap(signer.possession())));
    }
    return Bytes.wrapOwned(message.build().toByteArray());
  }

  /** Reads what may be a set; nothing if it is none. Never throws. */
  public static Optional<EndorsementSet> decode(Bytes encoded) {
    if (encoded.length() > MAX_BYTES) {
      return Optional.empty();
    }
    try {
      EndorsementSetMessage message = EndorsementSetMessage.parseFrom(wrap(encoded));
      return isSound(message)
          ? Optional.of(read(message)).filter(set -> encode(set).equals(encoded))
          : Optional.empty();
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static boolean isSound(EndorsementSetMessage message) {
    return message.getGroup().size() == GroupId.LENGTH
        && message.getId().size() == SignatureId.LENGTH
        && message.getExpiresMillis() >= 0
        && message.getMultiSignature().size() == BlsSignature.LENGTH
        && message.getSignersCount() >= 1
        && message.getSignersCount() <= EndorsementSet.MAX_SIGNERS
        && message.getSignersList().stream()
            .allMatch(signer ->
                signer.getEd25519Key().size() == PublicIdentity.ED25519_LENGTH
                    && signer.getBlsKey().size() == PublicIdentity.BLS_LENGTH
                    && signer.getPossession().size() == BlsSignature.LENGTH);
  }

  private static EndorsementSet read(EndorsementSetMessage message) {
    return new EndorsementSet(
        new SignatureEndorsement(
            new GroupId(bytes(message.getGroup())),
            new SignatureId(bytes(message.getId())),
            message.getExpiresMillis()),
        message.getSignersList().stream()
            .map(signer ->
                new Signer(
                    new PublicIdentity(bytes(signer.getEd25519Key()), bytes(signer.getBlsKey())),
                    bytes(signer.getPossession())))
            .toList(),
        bytes(message.getMultiSignature()));
  }

  private static ByteString wrap(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }

  private static Bytes bytes(ByteString string) {
    return Bytes.wrapOwned(string.toByteArray());
  }
}
