package org.lagroups.multicast.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.proto.CastFrame;

/** Messages to bytes and back. There is exactly one encoding of a message; others are refused. */
public final class CastCodec {

  private CastCodec() {}

  /** The encoding of a message. */
  public static Bytes encode(CastMessage message) {
    CastFrame.Builder frame =
        CastFrame.newBuilder().setStream(Fields.wrap(message.stream().bytes()));
    switch (message) {
      case StreamMessage.ChunkMessage chunk -> {
        return ChunkFrames.encode(chunk);
      }
      case StreamMessage.HeaderAsk ask -> frame.setHeaderAsk(StreamMessages.toMessage(ask));
      case StreamMessage.HeaderAnswer answer ->
          frame.setHeaderAnswer(StreamMessages.toMessage(answer));
      case StreamMessage.Admission admission ->
          frame.setAdmission(StreamMessages.toMessage(admission));
      case StreamMessage.Denial denial -> frame.setDenial(StreamMessages.toMessage(denial));
      case StreamMessage.Farewell farewell -> frame.setFarewell(StreamMessages.toMessage(farewell));
      case RelayMessage relay -> RelayMessages.write(relay, frame);
      case TreeMessage tree -> TreeWriter.write(tree, frame);
    }
    return Bytes.wrapOwned(frame.build().toByteArray());
  }

  /** Reads what may be a message; never throws. */
  public static Decoded decode(Bytes encoded) {
    try {
      if (ChunkFrames.isOne(encoded)) {
        return new Decoded.Accepted(ChunkFrames.read(encoded));
      }
      CastMessage message = read(CastFrame.parseFrom(Fields.wrap(encoded)));
      Fields.check(encode(message).equals(encoded), WireRefusal.MALFORMED);
      return new Decoded.Accepted(message);
    } catch (InvalidProtocolBufferException e) {
      return new Decoded.Refused(WireRefusal.MALFORMED);
    } catch (Unreadable e) {
      return new Decoded.Refused(e.reason());
    }
  }

  private static CastMessage read(CastFrame frame) throws Unreadable {
    Fields.check(frame.getStream().size() == StreamId.LENGTH, WireRefusal.BAD_ID);
    StreamId stream = new StreamId(Fields.bytes(frame.getStream()));
    return switch (frame.getBodyCase()) {
      case HEADER_ASK -> StreamMessages.readAsk(stream, frame.getHeaderAsk());
      case HEADER_ANSWER -> StreamMessages.readAnswer(stream, frame.getHeaderAnswer());
      case ADMISSION -> StreamMessages.readAdmission(stream, frame.getAdmission());
      case DENIAL -> StreamMessages.readDenial(stream, frame.getDenial());
      case FAREWELL -> StreamMessages.readFarewell(stream, frame.getFarewell());
      case ROSTER -> RelayMessages.readRoster(stream, frame.getRoster());
      case REPORT -> RelayMessages.readReport(stream, frame.getReport());
      case WANT -> RelayMessages.readWant(stream, frame.getWant());
      case PROGRESS -> RelayMessages.readProgress(stream, frame.getProgress());
      case SEEK, REFER, PLACE, TAKE, PART, YIELD, CLIMB, PULSE, LINEAGE, HOUSEHOLD, PRESENCE ->
          TreeReader.read(stream, frame);
      case CHUNK, BODY_NOT_SET -> throw new Unreadable(WireRefusal.MALFORMED);
    };
  }
}
