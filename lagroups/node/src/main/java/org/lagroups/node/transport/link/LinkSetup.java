package org.lagroups.node.transport.link;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.auth.CertificateVerifier;
import org.lagroups.node.transport.auth.Refusals;

/**
 * What all connections of a node share, whatever carries them.
 *
 * @param self the node itself
 * @param denied peers that are refused
 */
public record LinkSetup(
    NodeId self,
    Predicate<NodeId> denied,
    TransportSettings settings,
    CertificateVerifier verifier,
    Refusals refusals,
    LinkEvents events,
    Tally tally) {

  /** Why a node that calls is not welcome; null if it is. */
  public @Nullable CloseReason objectionToCaller(NodeId peer) {
    if (peer.equals(self)) {
      return CloseReason.WRONG_NODE;
    }
    return denied.test(peer) ? CloseReason.DENIED : null;
  }
}
