package org.lagroups.wormguard.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lagroups.wormguard.packet.LinkType;

/**
 * Frames of a pcapng file (IETF draft-ietf-opsawg-pcapng): sections, interfaces, enhanced, simple
 * and obsolete packet blocks. Other blocks are skipped.
 */
final class PcapngFrames extends Frames {

  /** The type of a section's first block; the same in either byte order. */
  static final long SECTION_HEADER = 0x0a0d0d0aL;

  /** The most interfaces of a section. */
  static final int MAX_INTERFACES = 4_096;

  private static final int INTERFACE = 1;
  private static final int OBSOLETE_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;

  private static final int HEAD_BYTES = 8;
  private static final int SMALLEST_BLOCK_BYTES = 12;
  private static final int SECTION_BYTES = 28;
  private static final int INTERFACE_BYTES = 20;
  private static final int PACKET_BYTES = 32;
  private static final int SIMPLE_PACKET_BYTES = 16;
  private static final long BYTE_ORDER_MAGIC = 0x1a2b3c4dL;

  private final NgWords words;
  private final List<NgInterface> interfaces = new ArrayList<>();

  PcapngFrames(CaptureSource source) {
    super(source);
    this.words = new NgWords(source);
  }

  @Override
  boolean advance() throws IOException {
    while (position < size) {
      long at = position;
      if (size - at < SMALLEST_BLOCK_BYTES) {
        return damaged(at, "the file ends inside the header of a block");
      }
      long type = words.u32(at);
      if (type == SECTION_HEADER && !beginSection(at)) {
        return damaged(at, "a section begins without the mark of its byte order");
      }
      long length = words.u32(at + 4);
      Optional<String> wrong = wrongLength(at, type, length);
      if (wrong.isPresent()) {
        return damaged(at, wrong.get());
      }
      position = at + length;
      if (type == SECTION_HEADER && words.u16(at + 12) != 1) {
        return damaged(at, "version " + words.u16(at + 12) + " of pcapng is not read");
      }
      if (type == INTERFACE && !addInterface(at, length)) {
        return false;
      }
      if (isPacket(type)) {
        return type == SIMPLE_PACKET ? simplePacket(at, length) : packet(at, type, length);
      }
    }
    return false;
  }

  /** Not where another block comes first. */
  @Override
  boolean isAtHand() throws IOException {
    if (!source.has(position, HEAD_BYTES) || !isPacket(words.u32(position))) {
      return false;
    }
    long length = words.u32(position + 4);
    return length <= FileSource.MOST_BYTES && source.has(position, (int) length);
  }

  private boolean beginSection(long at) throws IOException {
    interfaces.clear();
    for (boolean little : new boolean[] {true, false}) {
      words.setLittleEndian(little);
      if (words.u32(at + HEAD_BYTES) == BYTE_ORDER_MAGIC) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> wrongLength(long at, long type, long length) throws IOException {
    if (length < smallest(type) || length % 4 != 0) {
      return Optional.of(
          String.format(Locale.ROOT, "a block of type %d cannot have %,d bytes", type, length));
    }
    if (length > size - at) {
      return Optional.of("the file ends inside a block");
    }
    // All of it at once, as its end is looked at before what stands in between.
    source.bring(at, (int) Math.min(length, FileSource.MOST_BYTES));
    return words.u32(at + length - 4) == length
        ? Optional.empty()
        : Optional.of("a block does not end with the length it begins with");
  }

  private static int smallest(long type) {
    if (type == SECTION_HEADER) {
      return SECTION_BYTES;
    }
    return switch ((int) type) {
      case INTERFACE -> INTERFACE_BYTES;
      case SIMPLE_PACKET -> SIMPLE_PACKET_BYTES;
      case ENHANCED_PACKET, OBSOLETE_PACKET -> PACKET_BYTES;
      default -> SMALLEST_BLOCK_BYTES;
    };
  }

  private static boolean isPacket(long type) {
    return type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OBSOLETE_PACKET;
  }

  private boolean addInterface(long at, long length) throws IOException {
    if (interfaces.size() == MAX_INTERFACES) {
      return damaged(at, "a section has more than " + MAX_INTERFACES + " interfaces");
    }
    Optional<Resolution> resolution =
        NgOptions.resolution(words, at + INTERFACE_BYTES - 4, at + length - 4);
    if (resolution.isEmpty()) {
      return damaged(at, "an interface has options that make no sense");
    }
    interfaces.add(
        new NgInterface(
            LinkType.of(words.u16(at + HEAD_BYTES)), words.u32(at + 12), resolution.get()));
    return true;
  }

  private boolean packet(long at, long type, long length) throws IOException {
    long number = type == ENHANCED_PACKET ? words.u32(at + HEAD_BYTES) : words.u16(at + HEAD_BYTES);
    if (number >= interfaces.size()) {
      return damaged(at, noInterface(number));
    }
    NgInterface from = interfaces.get((int) number);
    nanos = from.resolution().nanos(words.u32(at + 12) << 32 | words.u32(at + 16));
    return frame(at, from, at + PACKET_BYTES - 4, words.u32(at + 20), words.u32(at + 24), length);
  }

  /** Has no captured length of its own: as much as the interface keeps. */
  private boolean simplePacket(long at, long length) throws IOException {
    if (interfaces.isEmpty()) {
      return damaged(at, noInterface(0));
    }
    NgInterface from = interfaces.getFirst();
    long onWire = words.u32(at + HEAD_BYTES);
    long kept = from.snapBytes() == 0 ? onWire : Math.min(onWire, from.snapBytes());
    return frame(at, from, at + SIMPLE_PACKET_BYTES - 4, kept, onWire, length);
  }

  private boolean frame(long at, NgInterface from, long dataAt, long kept, long onWire, long length)
      throws IOException {
    if (kept > at + length - 4 - dataAt || kept > MAX_FRAME_BYTES) {
      return damaged(
          at,
          String.format(
              Locale.ROOT,
              "packet %,d says it has %,d bytes, in a block of %,d",
              count() + 1,
              kept,
              length));
    }
    link = from.link();
    offset = source.bring(dataAt, (int) kept);
    setLengths(kept, onWire);
    return true;
  }

  private String noInterface(long number) {
    return "packet %d came in at interface %d, which the section does not have"
        .formatted(count() + 1, number);
  }
}
