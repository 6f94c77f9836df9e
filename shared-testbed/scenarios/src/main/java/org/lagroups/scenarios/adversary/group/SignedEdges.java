package org.lagroups.scenarios.adversary.group;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lagroups.machine.NodeId;

/** Which attestations have really been signed, with their attesters' own keys, and when last. */
public final class SignedEdges {

  private final Map<NodeId, Map<NodeId, Duration>> lastSigned = new HashMap<>();

  /** An attestation stands at this moment: it is signed again as often as it has to be. */
  public void signed(NodeId attester, NodeId attestee, Duration now) {
    lastSigned.computeIfAbsent(attester, node -> new HashMap<>()).put(attestee, now);
  }

  /** When an attestation stood last, if it ever did. */
  public Optional<Duration> lastSigned(NodeId attester, NodeId attestee) {
    return Optional.ofNullable(lastSigned.getOrDefault(attester, Map.of()).get(attestee));
  }
}
