package org.lagroups.multicast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.multicast.stream.HeaderCodec;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.Streams;
import org.lagroups.multicast.stream.chunk.Chunk;
import org.lagroups.multicast.stream.chunk.ChunkProof;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.proto.AdmissionMessage;
import org.lagroups.multicast.wire.proto.CastFrame;
import org.lagroups.multicast.wire.proto.ChunkMessage;
import org.lagroups.multicast.wire.proto.DenialMessage;
import org.lagroups.multicast.wire.proto.FarewellMessage;
import org.lagroups.multicast.wire.proto.HeaderAnswerMessage;
import org.lagroups.multicast.wire.proto.HeaderAskMessage;
import org.lagroups.simnet.fuzz.Damage;
import org.lagroups.simnet.seed.Seeds;

class CastCodecTest {

  private static final SignedHeader HEADER = Streams.live(1_316);
  private static final StreamId STREAM = HEADER.id();
  private static final Signature SIGNATURE = HEADER.signature();
  private static final Route ROUTE = new Route(3, Bytes.copyOf(new byte[] {5, 2, 0, 0, 62, 0}));

  static List<CastMessage> messages() {
    List<CastMessage> all = new ArrayList<>(streamMessages());
    all.addAll(TreeSamples.of(STREAM));
    all.addAll(RelayMessagesTest.messages());
    return all;
  }

  private static List<CastMessage> streamMessages() {
    return List.of(
        new StreamMessage.HeaderAsk(STREAM, Optional.empty()),
        new StreamMessage.HeaderAsk(STREAM, Optional.of(bytes(16))),
        new StreamMessage.HeaderAnswer(STREAM, HEADER),
        new StreamMessage.Admission(STREAM, GroupSettings.DEFAULT, 4, SIGNATURE),
        new StreamMessage.Denial(STREAM, StreamMessage.Denial.Why.NOT_INVITED),
        chunk(ROUTE, 9, bytes(1_316), new ChunkProof(8, 3, true, bytes(64), SIGNATURE)),
        chunk(Route.NONE, 0, Bytes.EMPTY, new ChunkProof(0, 1, false, Bytes.EMPTY, SIGNATURE)),
        new StreamMessage.Farewell(STREAM, SIGNATURE));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsTheMessagesItWrote(CastMessage message) {
    assertThat(CastCodec.decode(CastCodec.encode(message)))
        .isEqualTo(new Decoded.Accepted(message));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void theEncodingIsThatOfGeneratedCode(CastMessage message) throws Exception {
    Bytes encoded = CastCodec.encode(message);
    CastFrame frame = CastFrame.parseFrom(encoded.toArray());
    assertThat(frame.getUnknownFields().asMap()).isEmpty();
    assertThat(Bytes.wrapOwned(frame.toByteArray())).isEqualTo(encoded);
  }

  @Test
  void readsJustWhatGeneratedCodeTakesForCanonical() {
    List<byte[]> samples = CastFuzzTest.messageSamples();
    Seeds.forEach(
        5_000,
        500_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          byte[] sample = samples.get(random.nextInt(samples.size()));
          Bytes damaged = Bytes.copyOf(Damage.of(sample, random));
          boolean isRead = CastCodec.decode(damaged) instanceof Decoded.Accepted;
          assertThat(isRead && !isCanonical(damaged)).as("read, yet not canonical").isFalse();
          assertThat(!isRead && isCanonical(damaged) && isPossibleChunk(damaged))
              .as("canonical and in bounds, yet refused")
              .isFalse();
        });
  }

  @Test
  void theLongestChunkFitsIntoAMessage() {
    byte[] preorder = new byte[2 * Route.MAX_MEMBERS];
    for (int number = 0; number < Route.MAX_MEMBERS; number++) {
      preorder[2 * number] = (byte) number;
    }
    CastMessage longest =
        chunk(
            new Route(Integer.MAX_VALUE, Bytes.wrapOwned(preorder)),
            Chunk.MAX_SEQUENCE,
            bytes(StreamHeader.MAX_CHUNK_BYTES),
            new ChunkProof(
                Chunk.MAX_SEQUENCE - 1,
                ChunkProof.MAX_BATCH,
                true,
                bytes(ChunkProof.MAX_PATH_BYTES),
                SIGNATURE));
    Bytes encoded = CastCodec.encode(longest);
    assertThat(encoded.length()).isLessThan(Environment.MAX_MESSAGE_BYTES);
    assertThat(CastCodec.decode(encoded)).isEqualTo(new Decoded.Accepted(longest));
  }

  @Test
  void refusesFramesOutOfBounds() {
    refused(CastFrame.newBuilder(), WireRefusal.BAD_ID);
    refused(frame().setStream(zeros(21)), WireRefusal.BAD_ID);
    refused(frame(), WireRefusal.MALFORMED);
    assertThat(CastCodec.decode(Bytes.EMPTY)).isEqualTo(new Decoded.Refused(WireRefusal.BAD_ID));
  }

  @Test
  void refusesChunksOutOfBounds() {
    refusedChunk(m -> m.setEpoch(-1), WireRefusal.BAD_ROUTE);
    refusedChunk(m -> m.setRoute(zeros(1)), WireRefusal.BAD_ROUTE);
    refusedChunk(m -> m.setRoute(zeros(4)), WireRefusal.BAD_ROUTE);
    refusedChunk(m -> m.setSequence(-1), WireRefusal.BAD_CHUNK);
    refusedChunk(m -> m.setSequence(Chunk.MAX_SEQUENCE + 1), WireRefusal.BAD_CHUNK);
    refusedChunk(m -> m.setPayload(zeros(32_769)), WireRefusal.BAD_CHUNK);
    refusedChunk(m -> m.setSequence(7), WireRefusal.BAD_PROOF);
    refusedChunk(m -> m.setSequence(11), WireRefusal.BAD_PROOF);
    refusedChunk(m -> m.setBatchStart(-1), WireRefusal.BAD_PROOF);
    refusedChunk(m -> m.setBatchStart(Chunk.MAX_SEQUENCE + 1), WireRefusal.BAD_PROOF);
    refusedChunk(m -> m.setBatchSize(0), WireRefusal.BAD_PROOF);
    refusedChunk(m -> m.setBatchSize(65), WireRefusal.BAD_PROOF);
    refusedChunk(m -> m.setBatchSize(-1), WireRefusal.BAD_PROOF);
    refusedChunk(m -> m.setPath(zeros(33)), WireRefusal.BAD_PROOF);
    refusedChunk(m -> m.setPath(zeros(7 * 32)), WireRefusal.BAD_PROOF);
    refusedChunk(m -> m.setSignature(zeros(63)), WireRefusal.BAD_PROOF);
  }

  @Test
  void refusesHeadersOutOfBounds() {
    refused(
        frame().setHeaderAsk(HeaderAskMessage.newBuilder().setToken(zeros(15))),
        WireRefusal.BAD_TOKEN);
    HeaderAnswerMessage sound =
        HeaderAnswerMessage.newBuilder()
            .setHeader(Fields.wrap(HEADER.encoded()))
            .setSignature(zeros(64))
            .build();
    refused(
        frame().setHeaderAnswer(sound.toBuilder().setSignature(zeros(65))), WireRefusal.BAD_PROOF);
    refused(frame().setHeaderAnswer(sound.toBuilder().setHeader(zeros(3))), WireRefusal.BAD_HEADER);
    refused(
        frame().setHeaderAnswer(sound.toBuilder().setHeader(zeros(HeaderCodec.MAX_BYTES + 1))),
        WireRefusal.BAD_HEADER);
  }

  @Test
  void refusesAdmissionsOutOfBounds() throws Exception {
    AdmissionMessage sound =
        CastFrame.parseFrom(CastCodec.encode(messages().get(3)).toArray()).getAdmission();
    refusedAdmission(sound.toBuilder().setMostChildren(1));
    refusedAdmission(sound.toBuilder().setMostChildren(64));
    refused(frame().setAdmission(sound.toBuilder().setPass(zeros(63))), WireRefusal.BAD_PROOF);
    refusedAdmission(sound.toBuilder().setValidityMillis(999));
    refusedAdmission(sound.toBuilder().setMaxMembers(65));
    refusedAdmission(sound.toBuilder().setMaxMembers(1));
    refusedAdmission(sound.toBuilder().setClockSkewMillis(-1));
    refused(frame().setDenial(DenialMessage.newBuilder()), WireRefusal.BAD_ADMISSION);
    refused(
        frame().setDenial(DenialMessage.newBuilder().setWhyValue(3)), WireRefusal.BAD_ADMISSION);
    refused(
        frame().setFarewell(FarewellMessage.newBuilder().setSignature(zeros(63))),
        WireRefusal.BAD_PROOF);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void refusesWhatIsNotTheOneEncoding(CastMessage message) throws Exception {
    Bytes encoded = CastCodec.encode(message);
    byte[] withUnknownField = new byte[encoded.length() + 2];
    encoded.copyTo(withUnknownField, 0);
    withUnknownField[encoded.length()] = 0x78; // field 15, the number 0
    assertThat(CastCodec.decode(Bytes.wrapOwned(withUnknownField)))
        .isEqualTo(new Decoded.Refused(WireRefusal.MALFORMED));
    CastFrame frame = CastFrame.parseFrom(encoded.toArray());
    CastFrame nameOnly = CastFrame.newBuilder().setStream(frame.getStream()).build();
    ByteString bodyFirst =
        frame.toBuilder().clearStream().build().toByteString().concat(nameOnly.toByteString());
    assertThat(CastCodec.decode(Fields.bytes(bodyFirst)))
        .isEqualTo(new Decoded.Refused(WireRefusal.MALFORMED));
  }

  private static boolean isCanonical(Bytes encoded) {
    try {
      CastFrame frame = CastFrame.parseFrom(encoded.toArray());
      return Bytes.wrapOwned(frame.toByteArray()).equals(encoded)
          && frame.getUnknownFields().asMap().isEmpty()
          && frame.getChunk().getUnknownFields().asMap().isEmpty();
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  /** Whether the types take what generated code has read: nothing is stricter than they are. */
  private static boolean isPossibleChunk(Bytes encoded) {
    try {
      CastFrame frame = CastFrame.parseFrom(encoded.toArray());
      ChunkMessage chunk = frame.getChunk();
      new StreamId(Fields.bytes(frame.getStream()));
      new Route(chunk.getEpoch(), Fields.bytes(chunk.getRoute()));
      new SealedChunk(
          new Chunk(chunk.getSequence(), Fields.bytes(chunk.getPayload())),
          new ChunkProof(
              chunk.getBatchStart(),
              chunk.getBatchSize(),
              chunk.getIsLastBatch(),
              Fields.bytes(chunk.getPath()),
              new Signature(Fields.bytes(chunk.getSignature()))));
      return frame.hasChunk();
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      return false;
    }
  }

  private static StreamMessage chunk(Route route, long sequence, Bytes payload, ChunkProof proof) {
    return new StreamMessage.ChunkMessage(
        STREAM, route, new SealedChunk(new Chunk(sequence, payload), proof));
  }

  private static Bytes bytes(int length) {
    byte[] value = new byte[length];
    for (int i = 0; i < length; i++) {
      value[i] = (byte) i;
    }
    return Bytes.wrapOwned(value);
  }

  private static ByteString zeros(int count) {
    return ByteString.copyFrom(new byte[count]);
  }

  private static CastFrame.Builder frame() {
    return CastFrame.newBuilder().setStream(Fields.wrap(STREAM.bytes()));
  }

  private static void refusedChunk(UnaryOperator<ChunkMessage.Builder> change, WireRefusal reason) {
    Bytes sound = CastCodec.encode(messages().get(5));
    try {
      ChunkMessage.Builder chunk = CastFrame.parseFrom(sound.toArray()).getChunk().toBuilder();
      refused(frame().setChunk(change.apply(chunk)), reason);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static void refusedAdmission(AdmissionMessage.Builder message) {
    refused(frame().setAdmission(message), WireRefusal.BAD_ADMISSION);
  }

  private static void refused(CastFrame.Builder frame, WireRefusal reason) {
    assertThat(CastCodec.decode(Bytes.wrapOwned(frame.build().toByteArray())))
        .isEqualTo(new Decoded.Refused(reason));
  }
}
