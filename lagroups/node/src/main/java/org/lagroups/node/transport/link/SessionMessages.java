package org.lagroups.node.transport.link;

import java.nio.ByteBuffer;
import org.lagroups.machine.Bytes;
import org.lagroups.node.transport.lane.Lane;
import org.lagroups.node.transport.lane.LaneMessage;

/** The bytes of session messages: a kind, then data; numbers are big-endian. */
public final class SessionMessages {

  private static final byte HELLO = 1;
  private static final byte CONFIRMATION = 2;
  private static final byte ATTACHMENT = 3;
  private static final byte RESUME = 4;
  private static final byte BEGIN = 5;
  private static final byte RECEIVED = 6;
  private static final byte GONE = 7;
  private static final byte FAREWELL = 8;
  private static final byte PING = 9;
  private static final byte PONG = 10;

  private static final int RESUME_BYTES = Integer.BYTES + 2 * Long.BYTES;
  private static final int RECEIVED_BYTES = 2 * Long.BYTES;
  private static final int MAX_NUMBER_BYTES = RESUME_BYTES;

  private SessionMessages() {}

  /**
   * The bytes of a message.
   *
   * @throws IllegalArgumentException for one that only a peer can send
   */
  public static Bytes encode(SessionMessage message) {
    return switch (message) {
      case SessionMessage.Greeting(Hello hello) -> encode(HELLO, hello.encode());
      case SessionMessage.Confirmation() -> Bytes.copyOf(CONFIRMATION);
      case SessionMessage.Attaching(Attachment attachment) ->
          encode(ATTACHMENT, attachment.encode());
      case SessionMessage.OfLanes(LaneMessage lanes) -> encode(lanes);
      case SessionMessage.Gone(long number) -> encode(GONE, out -> out.putLong(number));
      case SessionMessage.Farewell(int code) -> encode(FAREWELL, out -> out.putInt(code));
      case SessionMessage.Ping() -> Bytes.copyOf(PING);
      case SessionMessage.Pong() -> Bytes.copyOf(PONG);
      case SessionMessage.Unknown(), SessionMessage.Malformed() ->
          throw new IllegalArgumentException("nobody says that");
    };
  }

  /**
   * Reads what a peer sent.
   *
   * @param lane in which it came
   */
  public static SessionMessage decode(Lane lane, Bytes encoded) {
    if (encoded.isEmpty()) {
      return new SessionMessage.Malformed();
    }
    Bytes body = encoded.slice(1, encoded.length());
    byte kind = encoded.at(0);
    if (lane == Lane.BULK && kind != BEGIN) {
      return new SessionMessage.Malformed();
    }
    return switch (kind) {
      case HELLO ->
          Hello.decode(body)
              .<SessionMessage>map(SessionMessage.Greeting::new)
              .orElseGet(SessionMessage.Malformed::new);
      case CONFIRMATION -> new SessionMessage.Confirmation();
      case ATTACHMENT ->
          Attachment.decode(body)
              .<SessionMessage>map(SessionMessage.Attaching::new)
              .orElseGet(SessionMessage.Malformed::new);
      case PING -> new SessionMessage.Ping();
      case PONG -> new SessionMessage.Pong();
      default -> decodeNumbers(kind, lane, body);
    };
  }

  private static SessionMessage decodeNumbers(byte kind, Lane lane, Bytes body) {
    ByteBuffer in = body.asReadOnlyBuffer();
    int needed =
        switch (kind) {
          case RESUME -> RESUME_BYTES;
          case RECEIVED -> RECEIVED_BYTES;
          case GONE -> Long.BYTES;
          case BEGIN, FAREWELL -> Integer.BYTES;
          default -> 0;
        };
    if (in.remaining() < needed) {
      return new SessionMessage.Malformed();
    }
    return switch (kind) {
      case RESUME -> of(new LaneMessage.Resume(in.getInt(), in.getLong(), in.getLong()));
      case BEGIN -> of(new LaneMessage.Begin(lane, in.getInt()));
      case RECEIVED -> of(new LaneMessage.Received(in.getLong(), in.getLong()));
      case GONE -> new SessionMessage.Gone(in.getLong());
      case FAREWELL -> new SessionMessage.Farewell(in.getInt());
      default -> new SessionMessage.Unknown();
    };
  }

  private static SessionMessage of(LaneMessage message) {
    return new SessionMessage.OfLanes(message);
  }

  private static Bytes encode(LaneMessage message) {
    return switch (message) {
      case LaneMessage.Resume(int number, long ordered, long bulk) ->
          encode(RESUME, out -> out.putInt(number).putLong(ordered).putLong(bulk));
      case LaneMessage.Begin(Lane lane, int number) -> encode(BEGIN, out -> out.putInt(number));
      case LaneMessage.Received(long ordered, long bulk) ->
          encode(RECEIVED, out -> out.putLong(ordered).putLong(bulk));
    };
  }

  /** Appends numbers. */
  private interface Numbers {
    ByteBuffer put(ByteBuffer out);
  }

  private static Bytes encode(byte kind, Numbers numbers) {
    ByteBuffer out = numbers.put(ByteBuffer.allocate(1 + MAX_NUMBER_BYTES).put(kind));
    return Bytes.copyOf(out.array(), 0, out.position());
  }

  private static Bytes encode(byte kind, Bytes body) {
    byte[] out = new byte[1 + body.length()];
    out[0] = kind;
    body.copyTo(out, 1);
    return Bytes.wrapOwned(out);
  }
}
