package org.lagroups.wormguard.packet;

import java.lang.foreign.MemorySegment;

/** The Internet checksum (RFC 1071) of a packet's headers and payload. */
public final class Checksums {

  /** What a checksum says. */
  public enum Verdict {
    /** It is right. */
    GOOD,
    /** It is wrong. */
    BAD,
    /** There is none: IPv6's header has none, UDP over IPv4 may do without, others are not read. */
    NONE,
    /** Not all of what it covers is there. */
    UNKNOWN
  }

  private static final int ALL_ONES = 0xffff;

  private Checksums() {}

  /** That of the IP header; only of packets with one. */
  public static Verdict network(Packet packet) {
    if (packet.ipVersion != 4) {
      return Verdict.NONE;
    }
    return verdict(sum(packet.frame, packet.networkOffset, packet.ip().length()));
  }

  /**
   * That of TCP, UDP or ICMP; of a fragment, of a packet cut short and a malformed one, unknown.
   */
  public static Verdict transport(Packet packet) {
    if (packet.transportOffset < 0 || packet.cut) {
      return Verdict.UNKNOWN;
    }
    long at = packet.transportOffset;
    return switch (packet.protocol) {
      case IpProtocol.ICMP -> verdict(sum(packet.frame, at, (int) (packet.networkEnd - at)));
      case IpProtocol.TCP, IpProtocol.ICMPV6 -> addressed(packet, (int) (packet.networkEnd - at));
      case IpProtocol.UDP -> udp(packet, at);
      default -> Verdict.NONE;
    };
  }

  /** What to write into a zeroed checksum over these bytes, so that it is right. */
  public static int of(MemorySegment memory, long at, int length) {
    return folded(sum(memory, at, length)) ^ ALL_ONES;
  }

  private static Verdict udp(Packet packet, long at) {
    if (Octets.u16(packet.frame, at + 6) == 0) {
      return packet.ipVersion == 4 ? Verdict.NONE : Verdict.BAD;
    }
    return addressed(packet, Octets.u16(packet.frame, at + 4));
  }

  /** With the pseudo-header; whose destination a routing header hides, if it is not used up. */
  private static Verdict addressed(Packet packet, int length) {
    if (packet.routed) {
      return Verdict.UNKNOWN;
    }
    long addresses = packet.ipVersion == 4 ? 8 : 32;
    long addressesAt = packet.networkOffset + (packet.ipVersion == 4 ? 12 : 8);
    return verdict(
        sum(packet.frame, addressesAt, (int) addresses)
            + packet.protocol
            + length
            + sum(packet.frame, packet.transportOffset, length));
  }

  private static Verdict verdict(long sum) {
    return folded(sum) == ALL_ONES ? Verdict.GOOD : Verdict.BAD;
  }

  /** Eight bytes at a time, as two numbers of four: the carries are folded in at the end. */
  private static long sum(MemorySegment memory, long from, int length) {
    long sum = 0;
    int even = length & -Long.BYTES;
    for (int i = 0; i < even; i += Long.BYTES) {
      long eight = Octets.bits64(memory, from + i);
      sum += (eight >>> Integer.SIZE) + (eight & 0xffff_ffffL);
    }
    long end = from + length;
    long at = from + even;
    if (at + 4 <= end) {
      sum += Octets.u32(memory, at);
      at += 4;
    }
    if (at + 2 <= end) {
      sum += Octets.u16(memory, at);
      at += 2;
    }
    return at < end ? sum + ((long) Octets.u8(memory, at) << 8) : sum;
  }

  private static int folded(long sum) {
    long rest = sum;
    while (rest >>> 16 != 0) {
      rest = (rest & ALL_ONES) + (rest >>> 16);
    }
    return (int) rest;
  }
}
