package org.lagroups.fileshare.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.crypto.Signature;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.RangeProof;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.record.DecodedRecord;
import org.lagroups.fileshare.record.RecordCodec;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.wire.proto.FailureMessage;
import org.lagroups.fileshare.wire.proto.FoundMessage;
import org.lagroups.fileshare.wire.proto.HeldMessage;
import org.lagroups.fileshare.wire.proto.LeavesMessage;
import org.lagroups.fileshare.wire.proto.PublishedMessage;
import org.lagroups.fileshare.wire.proto.ReplyMessage;
import org.lagroups.fileshare.wire.proto.SignedRecordMessage;
import org.lagroups.machine.Bytes;

/** Replies to bytes and back. */
public final class ReplyCodec {

  private static final int MAX_CONTENT_BYTES =
      FileRequest.FetchLeaves.MAX_LEAVES * TreeShape.LEAF_BYTES;

  private ReplyCodec() {}

  /** The encoding of a reply. */
  public static Bytes encode(FileReply reply) {
    ReplyMessage.Builder message = ReplyMessage.newBuilder();
    switch (reply) {
      case FileReply.Found found ->
          message.setFound(
              FoundMessage.newBuilder()
                  .addAllRecords(found.records().stream().map(ReplyCodec::toMessage).toList()));
      case FileReply.Published answer -> {
        PublishedMessage.Builder published = PublishedMessage.newBuilder();
        answer.record().ifPresent(r -> published.setRecord(toMessage(r)));
        message.setPublished(published);
      }
      case FileReply.Held held ->
          message.setHeld(
              HeldMessage.newBuilder()
                  .setLengthBytes(held.shape().map(TreeShape::lengthBytes).orElse(0L)));
      case FileReply.Leaves leaves ->
          message.setLeaves(
              LeavesMessage.newBuilder()
                  .setContent(Fields.wrap(leaves.content()))
                  .addAllProof(leaves.proof().hashes().stream().map(Fields::wrap).toList()));
      case FileReply.Failure failure ->
          message.setFailure(FailureMessage.newBuilder().setCodeValue(failure.code().number()));
    }
    return Fields.encoded(message.build());
  }

  /** Reads what may be a reply; never throws. */
  public static Decoded<FileReply> decode(Bytes encoded) {
    try {
      FileReply reply = read(ReplyMessage.parseFrom(Fields.wrap(encoded)));
      Fields.check(encode(reply).equals(encoded), WireRefusal.MALFORMED);
      return new Decoded.Accepted<>(reply);
    } catch (InvalidProtocolBufferException e) {
      return new Decoded.Refused<>(WireRefusal.MALFORMED);
    } catch (Unreadable e) {
      return new Decoded.Refused<>(e.reason());
    }
  }

  private static SignedRecordMessage toMessage(SignedRecord record) {
    return SignedRecordMessage.newBuilder()
        .setRecord(Fields.wrap(record.encoded()))
        .setSignature(Fields.wrap(record.signature().value()))
        .build();
  }

  private static FileReply read(ReplyMessage message) throws Unreadable {
    return switch (message.getReplyCase()) {
      case FOUND -> readFound(message.getFound());
      case PUBLISHED -> readPublished(message.getPublished());
      case HELD -> readHeld(message.getHeld().getLengthBytes());
      case LEAVES -> readLeaves(message.getLeaves());
      case FAILURE -> readFailure(message.getFailure().getCodeValue());
      case REPLY_NOT_SET -> throw new Unreadable(WireRefusal.MALFORMED);
    };
  }

  private static FileReply readFound(FoundMessage message) throws Unreadable {
    Fields.check(message.getRecordsCount() <= FileRequest.Search.MAX_RESULTS, WireRefusal.TOO_MANY);
    List<SignedRecord> records = new ArrayList<>();
    for (SignedRecordMessage record : message.getRecordsList()) {
      records.add(readRecord(record));
    }
    return new FileReply.Found(records);
  }

  private static FileReply readPublished(PublishedMessage message) throws Unreadable {
    return new FileReply.Published(
        message.hasRecord() ? Optional.of(readRecord(message.getRecord())) : Optional.empty());
  }

  private static SignedRecord readRecord(SignedRecordMessage message) throws Unreadable {
    Fields.check(
        message.getSignature().size() == Signature.LENGTH
            && message.getRecord().size() <= RecordCodec.MAX_BYTES,
        WireRefusal.BAD_RECORD);
    Bytes encoded = Fields.bytes(message.getRecord());
    return switch (RecordCodec.decode(encoded)) {
      case DecodedRecord.Accepted accepted ->
          new SignedRecord(
              accepted.record(), encoded, new Signature(Fields.bytes(message.getSignature())));
      case DecodedRecord.Refused refused -> throw new Unreadable(WireRefusal.BAD_RECORD);
    };
  }

  private static FileReply readHeld(long lengthBytes) throws Unreadable {
    if (lengthBytes == 0) {
      return new FileReply.Held(Optional.empty());
    }
    Fields.check(TreeShape.isPossible(lengthBytes), WireRefusal.BAD_LENGTH);
    return new FileReply.Held(Optional.of(new TreeShape(lengthBytes)));
  }

  private static FileReply readLeaves(LeavesMessage message) throws Unreadable {
    Fields.check(
        message.getContent().size() <= MAX_CONTENT_BYTES
            && message.getProofCount() <= RangeProof.MAX_HASHES,
        WireRefusal.TOO_MANY);
    List<Bytes> hashes = new ArrayList<>();
    for (ByteString hash : message.getProofList()) {
      Fields.check(hash.size() == MerkleRoot.LENGTH, WireRefusal.BAD_HASH);
      hashes.add(Fields.bytes(hash));
    }
    return new FileReply.Leaves(Fields.bytes(message.getContent()), new RangeProof(hashes));
  }

  private static FileReply readFailure(int code) throws Unreadable {
    return new FileReply.Failure(
        FileReply.Failure.Code.ofNumber(code)
            .orElseThrow(() -> new Unreadable(WireRefusal.MALFORMED)));
  }
}
