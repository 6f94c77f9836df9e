package org.lagroups.wormguard.cooperate.judge;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.util.Optional;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.wire.proto.RefutationMessage;

/** Refutations to bytes and back, in their one canonical form. */
public final class RefutationCodec {

  /** The longest encoding. */
  public static final int MAX_BYTES = 256;

  private RefutationCodec() {}

  /** The encoding of a refutation. */
  public static Bytes encode(Refutation refutation) {
    return Bytes.wrapOwned(
        RefutationMessage.newBuilder()
            .setGroup(wrap(refutation.group().bytes()))
            .setId(wrap(refutation.id().hash()))
            .setRefuter(wrap(refutation.refuter().bytes()))
            .setReason(refutation.fault().number())
            .setDetail(refutation.detail())
            .setExpiresMillis(refutation.expiresMillis())
            .build()
            .toByteArray());
  }

  /** Reads what may be a refutation; nothing if it is none. Never throws. */
  public static Optional<Refutation> decode(Bytes encoded) {
    if (encoded.length() > MAX_BYTES) {
      return Optional.empty();
    }
    try {
      RefutationMessage message = RefutationMessage.parseFrom(wrap(encoded));
      return read(message).filter(refutation -> encode(refutation).equals(encoded));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static Optional<Refutation> read(RefutationMessage message) {
    boolean isSound =
        message.getGroup().size() == GroupId.LENGTH
            && message.getId().size() == SignatureId.LENGTH
            && message.getRefuter().size() == NodeId.LENGTH
            && Refutation.isDetail(message.getDetail())
            && message.getExpiresMillis() >= 0;
    return Fault.ofNumber(message.getReason())
        .filter(_ -> isSound)
        .map(fault ->
            new Refutation(
                new GroupId(bytes(message.getGroup())),
                new SignatureId(bytes(message.getId())),
                new NodeId(bytes(message.getRefuter())),
                fault,
                message.getDetail(),
                message.getExpiresMillis()));
  }

  private static ByteString wrap(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }

  private static Bytes bytes(ByteString string) {
    return Bytes.wrapOwned(string.toByteArray());
  }
}
