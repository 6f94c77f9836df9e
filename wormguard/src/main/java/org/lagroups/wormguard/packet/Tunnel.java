package org.lagroups.wormguard.packet;

/** How a packet carries another. */
public enum Tunnel {
  /** It carries none that is read. */
  NONE(0),
  /** IPv4 in IP, protocol 4 (RFC 2003). */
  IPV4(1),
  /** IPv6 in IP, protocol 41 (RFC 4213, RFC 2473). */
  IPV6(2),
  /**
   * Generic routing encapsulation, with IP, PPP, Ethernet or ERSPAN inside (RFC 2784, RFC 2637).
   */
  GRE(3),
  /** Ethernet in UDP (RFC 7348). */
  VXLAN(4);

  private final int number;

  Tunnel(int number) {
    this.number = number;
  }

  /** Tells kinds apart: less than 16. */
  int number() {
    return number;
  }
}
