package org.lagroups.wormguard.rule.payload;

/** What the conditions of a rule about bytes are about. */
public enum Buffer {
  /** The payload of packets, or what a stream carries. */
  PAYLOAD,
  /** The header of IPv4, with its options ({@code ipv4.hdr}). */
  IPV4_HEADER,
  /** The header of IPv6, with those that extend it ({@code ipv6.hdr}). */
  IPV6_HEADER,
  /** The header of ICMP over IPv4, as long as it is in its type ({@code icmpv4.hdr}). */
  ICMPV4_HEADER,
  /** The first 8 bytes of ICMPv6 ({@code icmpv6.hdr}). */
  ICMPV6_HEADER,
  /** The header of TCP, with its options ({@code tcp.hdr}). */
  TCP_HEADER,
  /** The header of UDP ({@code udp.hdr}). */
  UDP_HEADER
}
