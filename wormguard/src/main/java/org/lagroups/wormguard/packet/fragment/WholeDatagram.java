package org.lagroups.wormguard.packet.fragment;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.packet.Checksums;
import org.lagroups.wormguard.packet.Octets;
import org.lagroups.wormguard.packet.Packet;

/** The memory in which a packet is written down once it is whole, as if it had never been cut. */
final class WholeDatagram {

  private static final int IPV6_HEADER_BYTES = 40;
  private static final int MAX_LENGTH = 65_535;

  private static final int IPV4_LENGTH = 2;
  private static final int IPV4_FRAGMENT = 6;
  private static final int IPV4_CHECKSUM = 10;
  private static final int IPV4_FLAGS_TO_KEEP = 0xc000;
  private static final int IPV6_LENGTH = 4;

  private final MemorySegment memory =
      Arena.ofAuto().allocate(PagePool.PAGE_BYTES + PartialDatagram.MAX_BYTES, Long.BYTES);
  private int length;

  MemorySegment memory() {
    return memory;
  }

  int length() {
    return length;
  }

  /** Whether a packet of that version can have so long a header and so much data. */
  static boolean isPossible(int version, int header, int data) {
    return header + data - (version == 4 ? 0 : IPV6_HEADER_BYTES) <= MAX_LENGTH;
  }

  /** All that precedes a fragment's data, but for IPv6's fragment header. */
  static long headerLength(Packet fragment) {
    return (fragment.ipVersion() == 4 ? fragment.payloadOffset() : fragment.ip().fragmentHeader())
        - fragment.networkOffset();
  }

  /** Makes the header of the first fragment that of the whole, but for length and checksum. */
  static void mendHeader(Packet fragment, MemorySegment copy, long at) {
    if (fragment.ipVersion() == 4) {
      int flags = Octets.u16(copy, at + IPV4_FRAGMENT) & IPV4_FLAGS_TO_KEEP;
      Octets.put16(copy, at + IPV4_FRAGMENT, flags);
    } else {
      long link = fragment.ip().fragmentHeaderLink() - fragment.networkOffset();
      Octets.put8(copy, at + link, fragment.protocol());
    }
  }

  /** Writes down a packet that {@link #isPossible}. */
  void write(int version, MemorySegment header, long at, PartialDatagram datagram) {
    int headerLength = datagram.headerLength();
    MemorySegment.copy(header, at, memory, 0, headerLength);
    datagram.copyData(memory, headerLength);
    length = headerLength + datagram.wholeLength();
    if (version == 4) {
      Octets.put16(memory, IPV4_LENGTH, length);
      Octets.put16(memory, IPV4_CHECKSUM, 0);
      Octets.put16(memory, IPV4_CHECKSUM, Checksums.of(memory, 0, headerLength));
    } else {
      Octets.put16(memory, IPV6_LENGTH, length - IPV6_HEADER_BYTES);
    }
  }
}
