package org.lagroups.fileshare.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.wire.proto.RecordMessage;
import org.lagroups.machine.Bytes;

class RecordCodecTest {

  private static final FileRecord RECORD =
      Records.record(Records.ALICE, Records.root(1), "notes.txt");

  @Test
  void readsWhatItWrote() {
    assertThat(RecordCodec.decode(RecordCodec.encode(RECORD)))
        .isEqualTo(new DecodedRecord.Accepted(RECORD));
  }

  @Test
  void hasRoomForTheLongestRecord() {
    FileRecord longest =
        new FileRecord(
            RECORD.group(),
            RECORD.publisher(),
            RECORD.root(),
            new TreeShape(TreeShape.MAX_FILE_BYTES),
            new FileName("ä".repeat(127)),
            new MimeType("a".repeat(63) + "/" + "b".repeat(63)),
            Long.MIN_VALUE,
            Long.MAX_VALUE);
    Bytes encoded = RecordCodec.encode(longest);
    assertThat(encoded.length()).isLessThanOrEqualTo(RecordCodec.MAX_BYTES);
    assertThat(RecordCodec.decode(encoded)).isEqualTo(new DecodedRecord.Accepted(longest));
  }

  @Test
  void isSignedOverExactlyItsBytes() {
    SignedRecord signed = SignedRecord.sign(RECORD, Records.ALICE);
    assertThat(signed.isSignedBy(Records.ALICE.publicIdentity())).isTrue();
    assertThat(signed.isSignedBy(Records.BOB.publicIdentity())).isFalse();
    byte[] changed = signed.encoded().toArray();
    changed[changed.length - 1] ^= 1;
    SignedRecord altered = new SignedRecord(RECORD, Bytes.wrapOwned(changed), signed.signature());
    assertThat(altered.isSignedBy(Records.ALICE.publicIdentity())).isFalse();
    assertThatThrownBy(() -> SignedRecord.sign(RECORD, Records.BOB))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNotCanonical() {
    Bytes encoded = RecordCodec.encode(RECORD);
    byte[] twice = new byte[2 * encoded.length()];
    encoded.copyTo(twice, 0);
    encoded.copyTo(twice, encoded.length());
    refused(Bytes.wrapOwned(twice), RecordRefusal.MALFORMED);
    byte[] unknownField = new byte[encoded.length() + 2];
    encoded.copyTo(unknownField, 0);
    unknownField[encoded.length()] = 15 << 3;
    unknownField[encoded.length() + 1] = 1;
    refused(Bytes.wrapOwned(unknownField), RecordRefusal.MALFORMED);
    refused(encoded.slice(0, encoded.length() - 1), RecordRefusal.MALFORMED);
    refused(Bytes.EMPTY, RecordRefusal.BAD_ID);
  }

  @Test
  void refusesEveryFieldOutOfBounds() {
    refused(m -> m.setGroup(ByteString.copyFrom(new byte[19])), RecordRefusal.BAD_ID);
    refused(m -> m.setPublisher(ByteString.copyFrom(new byte[33])), RecordRefusal.BAD_ID);
    refused(m -> m.setRoot(ByteString.copyFrom(new byte[31])), RecordRefusal.BAD_ID);
    refused(m -> m.setLengthBytes(0), RecordRefusal.BAD_LENGTH);
    refused(m -> m.setLengthBytes(-1), RecordRefusal.BAD_LENGTH);
    refused(m -> m.setLengthBytes(TreeShape.MAX_FILE_BYTES + 1), RecordRefusal.BAD_LENGTH);
    refused(m -> m.setName("../x"), RecordRefusal.BAD_NAME);
    refused(m -> m.setName("a".repeat(256)), RecordRefusal.BAD_NAME);
    refused(m -> m.setName("a".repeat(900)), RecordRefusal.TOO_LONG);
    refused(m -> m.setMimeType("text"), RecordRefusal.BAD_TYPE);
    refused(m -> m.setSequence(0), RecordRefusal.BAD_SEQUENCE);
    refused(m -> m.setSequence(-5), RecordRefusal.BAD_SEQUENCE);
  }

  private static void refused(UnaryOperator<RecordMessage.Builder> change, RecordRefusal expected) {
    try {
      RecordMessage.Builder good =
          RecordMessage.parseFrom(RecordCodec.encode(RECORD).toArray()).toBuilder();
      refused(Bytes.wrapOwned(change.apply(good).build().toByteArray()), expected);
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static void refused(Bytes encoded, RecordRefusal expected) {
    assertThat(RecordCodec.decode(encoded)).isEqualTo(new DecodedRecord.Refused(expected));
  }
}
