package org.lagroups.node.transport.lane;

import io.netty.buffer.ByteBuf;
import org.lagroups.machine.Bytes;

/**
 * Takes a stream apart into messages. It holds at most one message of {@link
 * Framing#MAX_MESSAGE_BYTES}, and copies each byte once.
 */
public final class FrameReader {

  /** Hears what is in the stream. */
  public interface Sink {

    /**
     * A whole message.
     *
     * @param protocol 0 to 255
     * @return whether to go on; false if the rest of the stream is of no interest
     */
    boolean message(FrameKind kind, int protocol, Bytes message);

    /**
     * A message claims to be longer than allowed or of no known kind; nothing more can be read from
     * the stream.
     *
     * @param what for people
     */
    void unreadable(String what);
  }

  private final Sink sink;
  private int header;
  private int headerBytes;
  private FrameKind kind = FrameKind.ORDERED;
  private byte[] message = {};
  private int filled;
  private boolean stopped;

  public FrameReader(Sink sink) {
    this.sink = sink;
  }

  /** Reads all of {@code in}. */
  public void read(ByteBuf in) {
    while (!stopped && (in.isReadable() || headerBytes == Framing.HEADER_BYTES)) {
      if (headerBytes < Framing.HEADER_BYTES) {
        readHeaderByte(in);
      } else if (!readMessage(in)) {
        return;
      }
    }
  }

  private void readHeaderByte(ByteBuf in) {
    header = (header << 8) | in.readUnsignedByte();
    headerBytes++;
    if (headerBytes < Framing.HEADER_BYTES) {
      return;
    }
    int length = Framing.length(header);
    var known = Framing.kind(header);
    if (length > Framing.MAX_MESSAGE_BYTES || known.isEmpty()) {
      stopped = true;
      sink.unreadable(
          known.isEmpty() ? "a message of no known kind" : "a message of " + length + " bytes");
      return;
    }
    kind = known.get();
    message = new byte[length];
    filled = 0;
  }

  /** Whether the message is complete. */
  private boolean readMessage(ByteBuf in) {
    int part = Math.min(in.readableBytes(), message.length - filled);
    in.readBytes(message, filled, part);
    filled += part;
    if (filled < message.length) {
      return false;
    }
    Bytes complete = Bytes.wrapOwned(message);
    message = new byte[0];
    headerBytes = 0;
    stopped = !sink.message(kind, Framing.protocol(header), complete);
    return true;
  }
}
