package org.lagroups.wormguard.packet;

/** What came of decoding a frame, or a packet inside another. */
public enum Decoded {
  /** An IP packet, whole; its transport header is sound where its protocol is one that is read. */
  OK,
  /**
   * A fragment of an IP packet: addresses, protocol and payload are known, ports are not. The
   * payload is the fragment's data.
   */
  FRAGMENT,
  /** Another network protocol, such as ARP. */
  NOT_IP,
  /** A link layer that is not read. */
  UNKNOWN_LINK,
  /**
   * The bytes end before what they announce does, be it that only the first bytes of each frame
   * were captured, or that the sender lied. Fields are set as far as the bytes go, and the payload
   * is what is there of it.
   */
  TRUNCATED,
  /**
   * A header contradicts itself. If {@link Packet#ipVersion()} is not 0, the IP header is sound and
   * what it carries is not.
   */
  MALFORMED,
  /** More VLAN tags, extension headers or packets inside each other than are followed. */
  TOO_DEEP;

  /** Whether the packet is whole and sound: {@link #OK} or {@link #FRAGMENT}. */
  public boolean isSound() {
    return this == OK || this == FRAGMENT;
  }
}
