package org.lagroups.multicast.wire;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.chunk.Chunk;
import org.lagroups.multicast.stream.chunk.ChunkProof;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.proto.CastFrame;
import org.lagroups.multicast.wire.proto.ChunkMessage;

/**
 * Frames with a chunk. They are written and read field by field, since nearly all bytes of a stream
 * come this way: a payload is copied once, where generated code copies it five times.
 */
final class ChunkFrames {

  private static final byte[] START = {
    StrictFields.tag(CastFrame.STREAM_FIELD_NUMBER, 2), StreamId.LENGTH
  };

  /** Where the field with the chunk begins. */
  private static final int BODY = START.length + StreamId.LENGTH;

  private static final byte BODY_TAG = StrictFields.tag(CastFrame.CHUNK_FIELD_NUMBER, 2);

  private ChunkFrames() {}

  /** Whether a frame looks like one with a chunk. */
  static boolean isOne(Bytes encoded) {
    return encoded.length() > BODY
        && encoded.at(0) == START[0]
        && encoded.at(1) == START[1]
        && encoded.at(BODY) == BODY_TAG;
  }

  static Bytes encode(StreamMessage.ChunkMessage message) {
    Chunk chunk = message.sealed().chunk();
    ChunkProof proof = message.sealed().proof();
    Route route = message.route();
    int length =
        numberSize(route.epoch())
            + bytesSize(route.preorder())
            + numberSize(chunk.sequence())
            + numberSize(proof.batchStart())
            + numberSize(proof.batchSize())
            + numberSize(proof.isLastBatch() ? 1 : 0)
            + bytesSize(proof.path())
            + bytesSize(proof.signature().value())
            + bytesSize(chunk.payload());
    byte[] frame = new byte[BODY + 1 + CodedOutputStream.computeUInt32SizeNoTag(length) + length];
    System.arraycopy(START, 0, frame, 0, START.length);
    message.stream().bytes().copyTo(frame, START.length);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(frame, BODY, frame.length - BODY);
      out.write(BODY_TAG);
      out.writeUInt32NoTag(length);
      writeNumber(out, ChunkMessage.EPOCH_FIELD_NUMBER, route.epoch());
      writeBytes(out, ChunkMessage.ROUTE_FIELD_NUMBER, route.preorder());
      writeNumber(out, ChunkMessage.SEQUENCE_FIELD_NUMBER, chunk.sequence());
      writeNumber(out, ChunkMessage.BATCH_START_FIELD_NUMBER, proof.batchStart());
      writeNumber(out, ChunkMessage.BATCH_SIZE_FIELD_NUMBER, proof.batchSize());
      writeNumber(out, ChunkMessage.IS_LAST_BATCH_FIELD_NUMBER, proof.isLastBatch() ? 1 : 0);
      writeBytes(out, ChunkMessage.PATH_FIELD_NUMBER, proof.path());
      writeBytes(out, ChunkMessage.SIGNATURE_FIELD_NUMBER, proof.signature().value());
      writeBytes(out, ChunkMessage.PAYLOAD_FIELD_NUMBER, chunk.payload());
      out.checkNoSpaceLeft();
    } catch (IOException e) {
      throw new UncheckedIOException("the frame has another length than was counted", e);
    }
    return Bytes.wrapOwned(frame);
  }

  static StreamMessage read(Bytes encoded) throws Unreadable {
    StreamId stream = new StreamId(encoded.slice(START.length, BODY));
    StrictFields fields = new StrictFields(encoded, BODY);
    fields.enterLast(CastFrame.CHUNK_FIELD_NUMBER);
    Route route = readRoute(fields);
    SealedChunk sealed = readSealed(fields);
    fields.end();
    return new StreamMessage.ChunkMessage(stream, route, sealed);
  }

  private static Route readRoute(StrictFields fields) throws Unreadable {
    int epoch = fields.smallNumber(ChunkMessage.EPOCH_FIELD_NUMBER);
    Bytes preorder = fields.bytes(ChunkMessage.ROUTE_FIELD_NUMBER);
    Fields.check(epoch >= 0 && Route.isPreorder(preorder), WireRefusal.BAD_ROUTE);
    return new Route(epoch, preorder);
  }

  private static SealedChunk readSealed(StrictFields fields) throws Unreadable {
    long sequence = fields.number(ChunkMessage.SEQUENCE_FIELD_NUMBER);
    Fields.check(sequence >= 0 && sequence <= Chunk.MAX_SEQUENCE, WireRefusal.BAD_CHUNK);
    long start = fields.number(ChunkMessage.BATCH_START_FIELD_NUMBER);
    int size = fields.smallNumber(ChunkMessage.BATCH_SIZE_FIELD_NUMBER);
    boolean isLast = fields.flag(ChunkMessage.IS_LAST_BATCH_FIELD_NUMBER);
    Bytes path = fields.bytes(ChunkMessage.PATH_FIELD_NUMBER);
    Bytes signature = fields.bytes(ChunkMessage.SIGNATURE_FIELD_NUMBER);
    Fields.check(
        ChunkProof.isPossible(start, size, path.length())
            && sequence >= start
            && sequence - start < size
            && signature.length() == Signature.LENGTH,
        WireRefusal.BAD_PROOF);
    Bytes payload = fields.bytes(ChunkMessage.PAYLOAD_FIELD_NUMBER);
    Fields.check(payload.length() <= StreamHeader.MAX_CHUNK_BYTES, WireRefusal.BAD_CHUNK);
    return new SealedChunk(
        new Chunk(sequence, payload),
        new ChunkProof(start, size, isLast, path, new Signature(signature)));
  }

  /** All fields have numbers below 16, whose tags are a byte; what says nothing is left out. */
  private static int numberSize(long value) {
    return value == 0 ? 0 : 1 + CodedOutputStream.computeUInt64SizeNoTag(value);
  }

  private static int bytesSize(Bytes value) {
    return value.isEmpty()
        ? 0
        : 1 + CodedOutputStream.computeUInt32SizeNoTag(value.length()) + value.length();
  }

  private static void writeNumber(CodedOutputStream out, int field, long value) throws IOException {
    if (value != 0) {
      out.writeUInt64(field, value);
    }
  }

  private static void writeBytes(CodedOutputStream out, int field, Bytes value) throws IOException {
    if (!value.isEmpty()) {
      out.writeByteBuffer(field, value.asReadOnlyBuffer());
    }
  }
}
