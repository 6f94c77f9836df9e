package org.lagroups.node.transport.lane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Optional;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;

/**
 * How messages lie in a stream: one byte protocol number, four bits kind, twenty bits length (both
 * big-endian), then the message. Protocol number 0 is the session's own.
 */
public final class Framing {

  /** Bytes in front of each message. */
  public static final int HEADER_BYTES = 4;

  /** The protocol number of the session's own messages. */
  public static final int SESSION_PROTOCOL = 0;

  /** The longest message in bytes. */
  public static final int MAX_MESSAGE_BYTES = Environment.MAX_MESSAGE_BYTES;

  private static final int LENGTH_BITS = 20;
  private static final int KIND_MASK = 0xf;

  private Framing() {}

  /** A message on its own, framed; the caller has to release it. */
  public static ByteBuf frame(
      ByteBufAllocator allocator, FrameKind kind, int protocol, Bytes message) {
    int size = HEADER_BYTES + message.length();
    ByteBuf frame = allocator.directBuffer(size, size);
    write(frame, kind, protocol, message);
    return frame;
  }

  /** Appends a framed message to {@code out}, which has room for it. */
  static void write(ByteBuf out, FrameKind kind, int protocol, Bytes message) {
    writeHeader(out, kind, protocol, message.length());
    writeBytes(out, message);
  }

  /** Appends what goes in front of a message of this length. */
  static void writeHeader(ByteBuf out, FrameKind kind, int protocol, int length) {
    out.writeInt((protocol << 24) | (kind.code() << LENGTH_BITS) | length);
  }

  /** Appends bytes to {@code out}, which has room for them. */
  static void writeBytes(ByteBuf out, Bytes bytes) {
    int at = out.writerIndex();
    out.internalNioBuffer(at, bytes.length()).put(bytes.asReadOnlyBuffer());
    out.writerIndex(at + bytes.length());
  }

  static int protocol(int header) {
    return header >>> 24;
  }

  static Optional<FrameKind> kind(int header) {
    return FrameKind.of((header >>> LENGTH_BITS) & KIND_MASK);
  }

  static int length(int header) {
    return header & ((1 << LENGTH_BITS) - 1);
  }
}
