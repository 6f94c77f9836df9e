package org.lagroups.wormguard.capture;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lagroups.wormguard.packet.LinkType;

/** Writes a pcap file with times in nanoseconds. */
public final class PcapWriter implements AutoCloseable {

  private static final PcapFormat FORMAT = PcapFormat.NANOS;
  private static final int VERSION_MINOR = 4;
  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

  private PcapWriter(FileChannel file) {
    this.file = file;
  }

  /**
   * Begins a file; one that is there is overwritten.
   *
   * @param link what all its frames begin with; not {@link LinkType#OTHER}
   * @throws IOException if it cannot be written
   */
  public static PcapWriter create(Path path, LinkType link) throws IOException {
    if (link == LinkType.OTHER) {
      throw new IllegalArgumentException("no link type of the registry");
    }
    PcapWriter writer =
        new PcapWriter(
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING));
    writer.begin(link);
    return writer;
  }

  /**
   * Writes a frame, all of it or none in the buffer; a failed disk may cut the file anywhere.
   *
   * @param memory where it lies
   * @param offset where it begins
   * @param captured the bytes to write: 0–{@value Frames#MAX_FRAME_BYTES}
   * @param wire how many it had on the wire
   * @param nanos when it came, in nanoseconds since 1970; up to the year 2106
   * @throws IOException if it cannot be written
   */
  public void write(MemorySegment memory, long offset, int captured, int wire, long nanos)
      throws IOException {
    if (captured < 0 || captured > Frames.MAX_FRAME_BYTES) {
      throw new IllegalArgumentException(captured + " bytes are no frame");
    }
    long seconds = nanos / Frames.NANOS_PER_SECOND;
    if (nanos < 0 || seconds > Frames.MAX_SECONDS) {
      throw new IllegalArgumentException("a pcap file cannot tell time " + nanos);
    }
    room(PcapFrames.RECORD_BYTES);
    buffer
        .putInt((int) seconds)
        .putInt((int) (nanos % Frames.NANOS_PER_SECOND))
        .putInt(captured)
        .putInt(wire);
    copy(memory, offset, captured);
  }

  /** Writes what waits in the buffer. */
  public void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      flush();
    }
  }

  private void begin(LinkType link) {
    buffer
        .order(ByteOrder.BIG_ENDIAN)
        .putInt((int) FORMAT.magic())
        .putShort((short) PcapFrames.VERSION_MAJOR)
        .putShort((short) VERSION_MINOR)
        .putLong(0)
        .putInt(Frames.MAX_FRAME_BYTES)
        .putInt(link.number());
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void copy(MemorySegment memory, long offset, int length) throws IOException {
    long at = offset;
    long end = offset + length;
    while (at < end) {
      room(1);
      int piece = (int) Math.min(end - at, buffer.remaining());
      MemorySegment.copy(memory, at, MemorySegment.ofBuffer(buffer), 0, piece);
      buffer.position(buffer.position() + piece);
      at += piece;
    }
  }
}
