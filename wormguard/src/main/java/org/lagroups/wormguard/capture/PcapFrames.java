package org.lagroups.wormguard.capture;

import java.io.IOException;
import java.util.Locale;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Octets;

/** Frames of a pcap file (IETF draft-ietf-opsawg-pcap). */
final class PcapFrames extends Frames {

  static final int HEADER_BYTES = 24;
  static final int RECORD_BYTES = 16;
  static final int VERSION_MAJOR = 2;

  /** The link type's share of its field; the rest tells of frame check sequences. */
  private static final int LINK_BITS = 0xffff;

  private final boolean little;
  private final long nanosPerUnit;

  PcapFrames(CaptureSource source, PcapFormat format) throws IOException {
    super(source);
    this.little = format.isLittleEndian();
    this.nanosPerUnit = format.nanosPerUnit();
    if (size < HEADER_BYTES) {
      damaged(0, "the file ends inside its header");
      return;
    }
    long header = source.bring(0, HEADER_BYTES);
    int version = u16(header + 4);
    if (version != VERSION_MAJOR) {
      damaged(4, "version " + version + " of pcap is not read");
    } else {
      link = LinkType.of((int) u32(header + 20) & LINK_BITS);
      position = HEADER_BYTES;
    }
  }

  @Override
  boolean advance() throws IOException {
    long at = position;
    if (at == size) {
      return false;
    }
    if (size - at < RECORD_BYTES) {
      return damaged(at, "the file ends inside the header of packet " + (count() + 1));
    }
    long record = source.bring(at, RECORD_BYTES);
    long length = u32(record + 8);
    if (length > MAX_FRAME_BYTES) {
      return damaged(at, tooLong(length));
    }
    if (length > size - at - RECORD_BYTES) {
      return damaged(at, "the file ends inside packet " + (count() + 1));
    }
    record = source.bring(at, RECORD_BYTES + (int) length);
    nanos =
        Math.min(
            u32(record) * NANOS_PER_SECOND + u32(record + 4) * nanosPerUnit,
            MAX_SECONDS * NANOS_PER_SECOND);
    setLengths(length, u32(record + 12));
    offset = record + RECORD_BYTES;
    position = at + RECORD_BYTES + length;
    return true;
  }

  @Override
  boolean isAtHand() throws IOException {
    if (!source.has(position, RECORD_BYTES)) {
      return false;
    }
    long length = u32(source.bring(position, RECORD_BYTES) + 8);
    return length <= MAX_FRAME_BYTES && source.has(position, RECORD_BYTES + (int) length);
  }

  private String tooLong(long length) {
    return String.format(
        Locale.ROOT,
        "packet %,d says it has %,d bytes; more than %,d is no packet",
        count() + 1,
        length,
        MAX_FRAME_BYTES);
  }

  private int u16(long at) {
    return little ? Octets.u16Little(memory, at) : Octets.u16(memory, at);
  }

  private long u32(long at) {
    return little ? Octets.u32Little(memory, at) : Octets.u32(memory, at);
  }
}
