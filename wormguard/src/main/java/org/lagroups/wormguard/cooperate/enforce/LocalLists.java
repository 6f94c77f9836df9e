package org.lagroups.wormguard.cooperate.enforce;

import java.util.Set;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.address.AddressSet;

/**
 * What is not blocked here, whoever vouches for the signature. No peer can change it.
 *
 * @param signatures these block nothing
 * @param allowed packets from and to these are not blocked, as the operator says
 * @param neverBlocked likewise: those by which the gateway is managed, and its own peers
 */
public record LocalLists(Set<SignatureId> signatures, AddressSet allowed, AddressSet neverBlocked) {

  /** Nothing is spared. */
  public static final LocalLists NONE = new LocalLists(Set.of(), AddressSet.NONE, AddressSet.NONE);

  /** Copies {@code signatures}. */
  public LocalLists {
    signatures = Set.copyOf(signatures);
  }

  /** Whether no signature may block a packet. */
  public boolean spares(Packet packet) {
    return has(allowed, packet) || has(neverBlocked, packet);
  }

  private static boolean has(AddressSet set, Packet packet) {
    return set.contains(packet.sourceHigh(), packet.sourceLow())
        || set.contains(packet.destinationHigh(), packet.destinationLow());
  }
}
