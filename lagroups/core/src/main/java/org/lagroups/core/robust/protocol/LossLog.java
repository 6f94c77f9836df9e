package org.lagroups.core.robust.protocol;

import java.util.HashMap;
import java.util.Map;
import org.lagroups.core.group.GroupEvent.AttestationLost;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.machine.NodeId;

/** Why attestations were lost since the robust members were last computed. */
final class LossLog {

  /** Far more than one change of a full view can bring; beyond it reasons are forgotten. */
  static final int MAX_LOSSES = 16_384;

  private final Map<Edge, Loss> losses = new HashMap<>();

  private record Edge(NodeId attester, NodeId attestee) {}

  void note(AttestationLost event) {
    if (losses.size() < MAX_LOSSES) {
      losses.put(new Edge(event.attester(), event.attestee()), event.loss());
    }
  }

  /** Why this one was lost, as it was told last. */
  Loss lossOf(NodeId attester, NodeId attestee) {
    return losses.getOrDefault(new Edge(attester, attestee), new Loss.AttesterOutOfView());
  }

  void clear() {
    losses.clear();
  }
}
