package org.lagroups.wormguard.runtime.guard;

import org.lagroups.wormguard.packet.Packet;

/**
 * Who does not reach what.
 *
 * @param high the first half of the sender's address, as in {@link Packet#sourceHigh()}
 * @param low the second half
 * @param port the one that is not reached
 */
record NftBlock(Version version, long high, long low, boolean isTcp, int port) {

  /** Which set of the table it belongs to. */
  enum Version {
    /** IPv4. */
    V4("ip", "ipv4_addr", "blocked4"),
    /** IPv6. */
    V6("ip6", "ipv6_addr", "blocked6");

    private final String word;
    private final String type;
    private final String set;

    Version(String word, String type, String set) {
      this.word = word;
      this.type = type;
      this.set = set;
    }

    String word() {
      return word;
    }

    String type() {
      return type;
    }

    String set() {
      return set;
    }
  }

  /** Of the sender of a packet of TCP or UDP. */
  static NftBlock of(Packet packet) {
    return new NftBlock(
        packet.ipVersion() == 4 ? Version.V4 : Version.V6,
        packet.sourceHigh(),
        packet.sourceLow(),
        packet.isTcp(),
        packet.destinationPort());
  }

  /** As nft reads it. */
  String element() {
    return "%s . %s . %d".formatted(address(), isTcp ? "tcp" : "udp", port);
  }

  private String address() {
    if (version == Version.V4) {
      return "%d.%d.%d.%d"
          .formatted((low >>> 24) & 0xff, (low >>> 16) & 0xff, (low >>> 8) & 0xff, low & 0xff);
    }
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < 8; group++) {
      long half = group < 4 ? high : low;
      text.append(group == 0 ? "" : ":")
          .append(Long.toHexString((half >>> (48 - 16 * (group % 4))) & 0xffff));
    }
    return text.toString();
  }
}
