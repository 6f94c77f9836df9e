package org.lagroups.core.monitor;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.lagroups.core.monitor.proto.HeartbeatProto;
import org.lagroups.machine.Bytes;

/** Beats as bytes and back. */
final class BeatCodec {

  /** No beat is longer: three numbers and a flag. */
  static final int MAX_BYTES = 32;

  private BeatCodec() {}

  static Bytes encode(Beat beat) {
    return Bytes.wrapOwned(
        HeartbeatProto.Beat.newBuilder()
            .setCounter(beat.counter())
            .setEchoedCounter(beat.echoedCounter())
            .setEchoDelayMicros(beat.echoDelayMicros())
            .setWantsReply(beat.wantsReply())
            .build()
            .toByteArray());
  }

  /** The beat that bytes from a peer stand for, if they are the canonical encoding of one. */
  static Optional<Beat> decode(Bytes message) {
    if (message.length() > MAX_BYTES) {
      return Optional.empty();
    }
    HeartbeatProto.Beat parsed;
    try {
      parsed = HeartbeatProto.Beat.parseFrom(message.asReadOnlyBuffer());
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
    return toBeat(parsed).filter(beat -> encode(beat).equals(message));
  }

  private static Optional<Beat> toBeat(HeartbeatProto.Beat parsed) {
    boolean inRange =
        Beat.isInRange(
            parsed.getCounter(),
            parsed.getEchoedCounter(),
            parsed.getEchoDelayMicros(),
            parsed.getWantsReply());
    return inRange
        ? Optional.of(
            new Beat(
                parsed.getCounter(),
                parsed.getEchoedCounter(),
                parsed.getEchoDelayMicros(),
                parsed.getWantsReply()))
        : Optional.empty();
  }
}
