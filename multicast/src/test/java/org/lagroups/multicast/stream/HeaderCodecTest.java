package org.lagroups.multicast.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.wire.proto.HeaderMessage;

class HeaderCodecTest {

  private static final SignedHeader FILE = Streams.file(32_768, 1_000_000);
  private static final SignedHeader LIVE = Streams.live(1_316);

  @Test
  void readsTheHeadersItWrote() {
    assertThat(HeaderCodec.decode(FILE.encoded()))
        .isEqualTo(new DecodedHeader.Accepted(FILE.header()));
    assertThat(HeaderCodec.decode(LIVE.encoded()))
        .isEqualTo(new DecodedHeader.Accepted(LIVE.header()));
    assertThat(HeaderCodec.decode(Streams.file(1, 0).encoded()))
        .isEqualTo(new DecodedHeader.Accepted(Streams.file(1, 0).header()));
  }

  @Test
  void theLongestHeaderIsWithinTheBound() {
    StreamHeader header = LIVE.header();
    StreamHeader longest =
        new StreamHeader(
            header.publisher(),
            "\uD83C\uDFA5".repeat(120),
            StreamMode.FILE,
            StreamHeader.MAX_CHUNK_BYTES,
            OptionalLong.of(StreamHeader.MAX_LENGTH_BYTES),
            Long.MAX_VALUE,
            header.nonce());
    Bytes encoded = HeaderCodec.encode(longest);
    assertThat(encoded.length()).isBetween(HeaderCodec.MAX_BYTES - 64, HeaderCodec.MAX_BYTES);
    assertThat(HeaderCodec.decode(encoded)).isEqualTo(new DecodedHeader.Accepted(longest));
  }

  @Test
  void refusesHeadersOutOfBounds() {
    refused(message().setEd25519(zeros(31)), HeaderRefusal.BAD_KEYS);
    refused(message().setBls(zeros(49)), HeaderRefusal.BAD_KEYS);
    refused(message().setTitle("a".repeat(121)), HeaderRefusal.BAD_TITLE);
    refused(message().setTitle("\u001b[2J"), HeaderRefusal.BAD_TITLE);
    refused(message().setMode(HeaderMessage.Mode.UNSPECIFIED), HeaderRefusal.BAD_MODE);
    refused(message().setModeValue(3), HeaderRefusal.BAD_MODE);
    refused(message().setChunkBytes(0), HeaderRefusal.BAD_LENGTH);
    refused(message().setChunkBytes(32_769), HeaderRefusal.BAD_LENGTH);
    refused(message().setChunkBytes(-1), HeaderRefusal.BAD_LENGTH);
    refused(message().setLengthBytes(-1), HeaderRefusal.BAD_LENGTH);
    refused(message().setLengthBytes((1L << 50) + 1), HeaderRefusal.BAD_LENGTH);
    refused(message().setMode(HeaderMessage.Mode.LIVE), HeaderRefusal.BAD_LENGTH);
    refused(message().setCreatedMillis(-1), HeaderRefusal.BAD_TIME);
    refused(message().setNonce(zeros(15)), HeaderRefusal.BAD_NONCE);
  }

  @Test
  void refusesWhatIsNotTheOneEncoding() {
    Bytes twice = Bytes.wrapOwned(new byte[HeaderCodec.MAX_BYTES + 1]);
    assertThat(HeaderCodec.decode(twice))
        .isEqualTo(new DecodedHeader.Refused(HeaderRefusal.TOO_LONG));
    assertThat(HeaderCodec.decode(Bytes.copyOf((byte) 7)))
        .isEqualTo(new DecodedHeader.Refused(HeaderRefusal.MALFORMED));
    byte[] withUnknownField = new byte[FILE.encoded().length() + 2];
    FILE.encoded().copyTo(withUnknownField, 0);
    withUnknownField[withUnknownField.length - 2] = 15 << 3;
    assertThat(HeaderCodec.decode(Bytes.wrapOwned(withUnknownField)))
        .isEqualTo(new DecodedHeader.Refused(HeaderRefusal.MALFORMED));
  }

  @Test
  void anIdStandsForOneHeaderAndItsPublisher() {
    StreamId id = FILE.id();
    assertThat(StreamId.parse(id.toString())).isEqualTo(id);
    assertThat(FILE.isSoundFor(id, SignatureVerifier.DIRECT)).isTrue();
    assertThat(LIVE.isSoundFor(id, SignatureVerifier.DIRECT)).isFalse();
    SignedHeader forged = new SignedHeader(FILE.header(), FILE.encoded(), LIVE.signature());
    assertThat(forged.isSoundFor(id, SignatureVerifier.DIRECT)).isFalse();
  }

  @Test
  void onlyItsPublisherSignsAHeader() {
    Identity other = Identity.generate(new Random(2));
    assertThatThrownBy(() -> SignedHeader.sign(FILE.header(), other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsTheChunksOfAFile() {
    assertThat(Streams.file(100, 0).header().chunkCount()).hasValue(0);
    assertThat(Streams.file(100, 100).header().chunkCount()).hasValue(1);
    assertThat(Streams.file(100, 101).header().chunkCount()).hasValue(2);
    assertThat(LIVE.header().chunkCount()).isEmpty();
  }

  private static HeaderMessage.Builder message() {
    try {
      return HeaderMessage.parseFrom(FILE.encoded().toArray()).toBuilder();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static ByteString zeros(int count) {
    return ByteString.copyFrom(new byte[count]);
  }

  private static void refused(HeaderMessage.Builder message, HeaderRefusal reason) {
    assertThat(HeaderCodec.decode(Bytes.wrapOwned(message.build().toByteArray())))
        .isEqualTo(new DecodedHeader.Refused(reason));
  }
}
