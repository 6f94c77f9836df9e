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
  private static final long LOW = 0xffff_ffffL;

  private Checksums() {}

  /** Whether one of a packet is wrong; of a packet without IP none is. */
  public static boolean isAnyBad(Packet packet, Decoded decoded) {
    return packet.ipVersion != 0
        && (network(packet) == Verdict.BAD
            || (decoded == Decoded.OK && transport(packet) == Verdict.BAD));
  }

  /** That of the IP header; only of packets with one. */
  public static Verdict network(Packet packet) {
    if (packet.ipVersion != 4) {
      return Verdict.NONE;
    }
    long at = packet.networkOffset;
    long sum = plainHeader(packet.frame, at);
    int more = packet.ip().length() - Ipv4.HEADER_BYTES;
    return verdict(more == 0 ? sum : sum + sum(packet.frame, at + Ipv4.HEADER_BYTES, more));
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
    return verdict(
        addresses(packet)
            + packet.protocol
            + length
            + sum(packet.frame, packet.transportOffset, length));
  }

  /** Those of IPv4 are the last 32 bits of what is kept; before them is what their mapping adds. */
  private static long addresses(Packet packet) {
    if (packet.ipVersion == 4) {
      return (packet.sourceLow & LOW) + (packet.destinationLow & LOW);
    }
    return halves(packet.sourceHigh)
        + halves(packet.sourceLow)
        + halves(packet.destinationHigh)
        + halves(packet.destinationLow);
  }

  /** That of an IPv4 header without options. */
  private static long plainHeader(MemorySegment memory, long at) {
    return halves(Octets.bits64(memory, at))
        + halves(Octets.bits64(memory, at + 8))
        + Octets.u32(memory, at + 16);
  }

  private static Verdict verdict(long sum) {
    return folded(sum) == ALL_ONES ? Verdict.GOOD : Verdict.BAD;
  }

  /** Eight bytes at a time, as two numbers of four: the carries are folded in at the end. */
  private static long sum(MemorySegment memory, long from, int length) {
    long sum = 0;
    int even = length & -Long.BYTES;
    for (int i = 0; i < even; i += Long.BYTES) {
      sum += halves(Octets.bits64(memory, from + i));
    }
    return sum
        + (even < Long.BYTES
            ? few(memory, from, length)
            : rest(memory, from + length, length - even));
  }

  /** Up to 7 bytes before an end, of at least 8; without a branch that nobody could foresee. */
  private static long rest(MemorySegment memory, long end, int bytes) {
    long eight = Octets.bits64(memory, end - Long.BYTES);
    // By two shifts, as one by 64 bits would be none.
    return halves(eight << ((Long.BYTES - 1 - bytes) * Byte.SIZE) << Byte.SIZE);
  }

  /** Up to 7 bytes. */
  private static long few(MemorySegment memory, long from, int length) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (long) Octets.u8(memory, from + i) << ((i & 1) == 0 ? Byte.SIZE : 0);
    }
    return sum;
  }

  /** Two numbers of four bytes, added. */
  private static long halves(long eight) {
    return (eight >>> Integer.SIZE) + (eight & LOW);
  }

  private static int folded(long sum) {
    long rest = sum;
    while (rest >>> 16 != 0) {
      rest = (rest & ALL_ONES) + (rest >>> 16);
    }
    return (int) rest;
  }
}
