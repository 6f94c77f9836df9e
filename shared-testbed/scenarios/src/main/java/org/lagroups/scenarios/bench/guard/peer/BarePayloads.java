package org.lagroups.scenarios.bench.guard.peer;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.packet.Octets;

/**
 * The payloads of a capture on Ethernet, found with as little work as the program in C does: no
 * checksums, and of a fragment all that is behind its headers.
 */
public final class BarePayloads {

  private static final int ETHERNET_BYTES = 14;
  private static final int IPV4 = 0x0800;
  private static final int IPV4_BYTES = 20;
  private static final int IPV6 = 0x86dd;
  private static final int IPV6_BYTES = 40;
  private static final int FRAGMENT = 44;

  private final Frames frames;
  private final MemorySegment file;
  private long offset;
  private long end;

  /** At the beginning. */
  public BarePayloads(Frames frames) {
    this.frames = frames;
    this.file = frames.memory();
  }

  /** Goes on to the next payload that is not empty; false if there is none. */
  public boolean next() {
    while (frames.next()) {
      offset = frames.offset();
      end = offset + frames.capturedLength();
      if (find() && offset < end) {
        return true;
      }
    }
    return false;
  }

  /** Where it lies. */
  public MemorySegment memory() {
    return file;
  }

  /** Where it begins there. */
  public long offset() {
    return offset;
  }

  /** How long it is. */
  public int length() {
    return (int) (end - offset);
  }

  private boolean find() {
    if (end - offset < ETHERNET_BYTES) {
      return false;
    }
    int type = Octets.u16(file, offset + 12);
    offset += ETHERNET_BYTES;
    while ((type == 0x8100 || type == 0x88a8) && end - offset >= 4) {
      type = Octets.u16(file, offset + 2);
      offset += 4;
    }
    if (type == IPV4 && end - offset >= IPV4_BYTES) {
      long header = offset;
      end = Math.min(end, header + Octets.u16(file, header + 2));
      offset += (Octets.u8(file, header) & 15) * 4L;
      return (Octets.u16(file, header + 6) & 0x3fff) != 0 || transport(Octets.u8(file, header + 9));
    }
    if (type == IPV6 && end - offset >= IPV6_BYTES) {
      long header = offset;
      int protocol = Octets.u8(file, header + 6);
      end = Math.min(end, header + IPV6_BYTES + Octets.u16(file, header + 4));
      offset += protocol == FRAGMENT ? IPV6_BYTES + 8 : IPV6_BYTES;
      return protocol == FRAGMENT || transport(protocol);
    }
    return false;
  }

  private boolean transport(int protocol) {
    if (protocol == 6 && end - offset >= 20) {
      offset += (Octets.u8(file, offset + 12) >>> 4) * 4L;
    } else if (protocol == 17 || protocol == 1 || protocol == 58) {
      offset += 8;
    }
    return true;
  }
}
