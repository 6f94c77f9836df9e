package org.lagroups.wormguard.rule.packet;

/**
 * The flags of a TCP header ({@code flags}, {@code tcp.flags}).
 *
 * @param wanted bits of the header's byte: FIN is 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32, ECE 64,
 *     CWR 128
 * @param ignored bits that are taken as not set, whatever they are
 */
public record TcpFlags(BitMatch match, int wanted, int ignored) implements PacketCondition {

  /** Whether the flags of a header are as wanted. */
  public boolean matches(int flags) {
    return match.matches(flags & ~ignored & 0xFF, wanted);
  }
}
