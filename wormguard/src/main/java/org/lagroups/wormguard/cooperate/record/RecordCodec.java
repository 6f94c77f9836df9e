package org.lagroups.wormguard.cooperate.record;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.wire.proto.SignatureMessage;

/** Records to bytes and back. There is exactly one encoding of a record; others are refused. */
public final class RecordCodec {

  /** The longest encoding of a record in bytes. */
  public static final int MAX_BYTES = SignatureRecord.MAX_RULE_BYTES + 192;

  private RecordCodec() {}

  /** The encoding of a record. */
  public static Bytes encode(SignatureRecord record) {
    return Bytes.wrapOwned(
        SignatureMessage.newBuilder()
            .setGroup(wrap(record.group().bytes()))
            .setOrigin(wrap(record.origin().bytes()))
            .setRule(ByteString.copyFrom(record.rule(), StandardCharsets.ISO_8859_1))
            .setEvidence(wrap(record.evidence().digest()))
            .setEvidenceBytes(record.evidence().lengthBytes())
            .setIssuedMillis(record.issuedMillis())
            .setExpiresMillis(record.expiresMillis())
            .build()
            .toByteArray());
  }

  /** Reads what may be a record; never throws. */
  public static DecodedRecord decode(Bytes encoded) {
    if (encoded.length() > MAX_BYTES) {
      return refused(RecordRefusal.TOO_LONG);
    }
    SignatureMessage message;
    try {
      message = SignatureMessage.parseFrom(wrap(encoded));
    } catch (InvalidProtocolBufferException e) {
      return refused(RecordRefusal.MALFORMED);
    }
    RecordRefusal refusal = problemOf(message);
    if (refusal != null) {
      return refused(refusal);
    }
    SignatureRecord record = toRecord(message);
    return encode(record).equals(encoded)
        ? new DecodedRecord.Accepted(record)
        : refused(RecordRefusal.MALFORMED);
  }

  private static @Nullable RecordRefusal problemOf(SignatureMessage message) {
    if (message.getGroup().size() != GroupId.LENGTH
        || message.getOrigin().size() != NodeId.LENGTH) {
      return RecordRefusal.BAD_ID;
    }
    if (!SignatureRecord.isText(text(message))) {
      return RecordRefusal.BAD_RULE;
    }
    int length = message.getEvidenceBytes();
    if (message.getEvidence().size() != EvidenceRef.DIGEST_LENGTH
        || length < 1
        || length > EvidenceRef.MAX_BYTES) {
      return RecordRefusal.BAD_EVIDENCE;
    }
    return SignatureRecord.isLife(message.getIssuedMillis(), message.getExpiresMillis())
        ? null
        : RecordRefusal.BAD_TIME;
  }

  private static SignatureRecord toRecord(SignatureMessage message) {
    return new SignatureRecord(
        new GroupId(bytes(message.getGroup())),
        new NodeId(bytes(message.getOrigin())),
        text(message),
        new EvidenceRef(bytes(message.getEvidence()), message.getEvidenceBytes()),
        message.getIssuedMillis(),
        message.getExpiresMillis());
  }

  private static String text(SignatureMessage message) {
    return message.getRule().toString(StandardCharsets.ISO_8859_1);
  }

  private static DecodedRecord refused(RecordRefusal reason) {
    return new DecodedRecord.Refused(reason);
  }

  private static ByteString wrap(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }

  private static Bytes bytes(ByteString string) {
    return Bytes.wrapOwned(string.toByteArray());
  }
}
