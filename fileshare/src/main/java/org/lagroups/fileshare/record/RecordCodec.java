package org.lagroups.fileshare.record;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.wire.proto.RecordMessage;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Records to bytes and back. There is exactly one encoding of a record; others are refused. */
public final class RecordCodec {

  /** The longest encoding of a record in bytes. */
  public static final int MAX_BYTES = 640;

  private RecordCodec() {}

  /** The encoding of a record. */
  public static Bytes encode(FileRecord record) {
    return Bytes.wrapOwned(
        RecordMessage.newBuilder()
            .setGroup(wrap(record.group().bytes()))
            .setPublisher(wrap(record.publisher().bytes()))
            .setRoot(wrap(record.root().hash()))
            .setLengthBytes(record.shape().lengthBytes())
            .setName(record.name().text())
            .setMimeType(record.mimeType().text())
            .setModifiedMillis(record.modifiedMillis())
            .setSequence(record.sequence())
            .build()
            .toByteArray());
  }

  /** Reads what may be a record; never throws. */
  public static DecodedRecord decode(Bytes encoded) {
    if (encoded.length() > MAX_BYTES) {
      return refused(RecordRefusal.TOO_LONG);
    }
    RecordMessage message;
    try {
      message = RecordMessage.parseFrom(wrap(encoded));
    } catch (InvalidProtocolBufferException e) {
      return refused(RecordRefusal.MALFORMED);
    }
    RecordRefusal refusal = problemOf(message);
    if (refusal != null) {
      return refused(refusal);
    }
    FileRecord record = toRecord(message);
    return encode(record).equals(encoded)
        ? new DecodedRecord.Accepted(record)
        : refused(RecordRefusal.MALFORMED);
  }

  private static @Nullable RecordRefusal problemOf(RecordMessage message) {
    if (message.getGroup().size() != GroupId.LENGTH
        || message.getPublisher().size() != NodeId.LENGTH
        || message.getRoot().size() != MerkleRoot.LENGTH) {
      return RecordRefusal.BAD_ID;
    }
    if (!TreeShape.isPossible(message.getLengthBytes())) {
      return RecordRefusal.BAD_LENGTH;
    }
    if (!FileName.isSafe(message.getName())) {
      return RecordRefusal.BAD_NAME;
    }
    if (!MimeType.isType(message.getMimeType())) {
      return RecordRefusal.BAD_TYPE;
    }
    return message.getSequence() < 1 ? RecordRefusal.BAD_SEQUENCE : null;
  }

  private static FileRecord toRecord(RecordMessage message) {
    return new FileRecord(
        new GroupId(bytes(message.getGroup())),
        new NodeId(bytes(message.getPublisher())),
        new MerkleRoot(bytes(message.getRoot())),
        new TreeShape(message.getLengthBytes()),
        new FileName(message.getName()),
        new MimeType(message.getMimeType()),
        message.getModifiedMillis(),
        message.getSequence());
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
