package org.lagroups.wormguard.packet.fragment;

import java.util.List;
import org.lagroups.wormguard.packet.Packet;

/**
 * What fragments of one packet have in common (RFC 791, section 3.2; RFC 8200, section 4.5), and
 * the VLANs and tunnels, since networks that are kept apart may use the same addresses.
 */
record FragmentKey(
    long sourceHigh,
    long sourceLow,
    long destinationHigh,
    long destinationLow,
    long identification,
    int kind,
    long vlans,
    List<Long> carriers) {

  static FragmentKey of(Packet packet) {
    boolean isV4 = packet.ipVersion() == 4;
    return new FragmentKey(
        packet.sourceHigh(),
        packet.sourceLow(),
        packet.destinationHigh(),
        packet.destinationLow(),
        packet.ip().identification(),
        // IPv6 tells packets apart without what they carry, as only the first fragment knows it.
        isV4 ? packet.protocol() : -1,
        packet.vlans(),
        packet.carriers().copy());
  }
}
