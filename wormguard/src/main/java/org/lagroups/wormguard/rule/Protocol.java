package org.lagroups.wormguard.rule;

/** The packets that a rule is about, by the protocol in its header. */
public enum Protocol {
  /** All packets of the Internet Protocol: {@code ip}, {@code any}. */
  IP,
  /** Only version 4: {@code ipv4}, {@code ip4}. */
  IPV4,
  /** Only version 6: {@code ipv6}, {@code ip6}. */
  IPV6,
  /** TCP: {@code tcp}. */
  TCP,
  /** TCP, each packet's payload by itself and never the stream: {@code tcp-pkt}. */
  TCP_PACKET,
  /** TCP, only the stream and never a packet by itself: {@code tcp-stream}. */
  TCP_STREAM,
  /** UDP: {@code udp}. */
  UDP,
  /** ICMP, of either version: {@code icmp}. */
  ICMP,
  /** ICMP for IPv4: {@code icmpv4}. */
  ICMPV4,
  /** ICMP for IPv6: {@code icmpv6}. */
  ICMPV6
}
