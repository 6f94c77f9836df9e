package org.lagroups.node.transport.lane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.lagroups.machine.Bytes;

/**
 * A part of what one side sends in a lane, kept until it is confirmed: many short messages packed
 * together, or one long one, which is not copied. It lies on the heap: what waits comes to
 * megabytes, for which direct memory would be had from the system, and given back, again and again.
 */
final class Piece {

  /**
   * Messages at least so long are kept as they are; shorter ones go out in few packets together.
   */
  static final int LONG_MESSAGE_BYTES = 16 * 1024;

  private static final int PACKED_BYTES = 32 * 1024;

  private final ByteBuf packed;
  private Bytes rest;

  private Piece(ByteBuf packed, Bytes rest) {
    this.packed = packed;
    this.rest = rest;
  }

  /**
   * A piece that begins with a message.
   *
   * @param isAlone whether nothing else waits, and so nothing more may come
   */
  static Piece of(FrameKind kind, int protocol, Bytes message, boolean isAlone) {
    int length = message.length();
    if (length >= LONG_MESSAGE_BYTES) {
      ByteBuf header = Unpooled.buffer(Framing.HEADER_BYTES, Framing.HEADER_BYTES);
      Framing.writeHeader(header, kind, protocol, length);
      return new Piece(header, message);
    }
    int needed = Framing.HEADER_BYTES + length;
    int capacity = isAlone ? needed : PACKED_BYTES;
    ByteBuf packed = Unpooled.buffer(capacity, capacity);
    Framing.write(packed, kind, protocol, message);
    return new Piece(packed, Bytes.EMPTY);
  }

  /** Appends a message; false, and nothing done, if there is no room for it here. */
  boolean append(FrameKind kind, int protocol, Bytes message) {
    if (!rest.isEmpty() || packed.writableBytes() < Framing.HEADER_BYTES + message.length()) {
      return false;
    }
    Framing.write(packed, kind, protocol, message);
    return true;
  }

  /** Of frames. */
  int length() {
    return packed.readableBytes() + rest.length();
  }

  /** Drops the first bytes. */
  void skip(int bytes) {
    int ofPacked = Math.min(bytes, packed.readableBytes());
    packed.skipBytes(ofPacked);
    rest = rest.slice(bytes - ofPacked, rest.length());
  }

  /** Appends its frames to {@code out}, which has room for them. */
  void writeTo(ByteBuf out) {
    out.writeBytes(packed, packed.readerIndex(), packed.readableBytes());
    Framing.writeBytes(out, rest);
  }

  /** The same with no more memory than it needs, now that nothing will be appended. */
  Piece trimmed() {
    return packed.readableBytes() > packed.capacity() / 2 ? this : new Piece(packed.copy(), rest);
  }
}
