package org.lagroups.core.robust.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.robust.MissingAttestation;
import org.lagroups.core.robust.MissingAttestation.Cause;
import org.lagroups.machine.NodeId;

/**
 * Which attestations of former members no longer count.
 *
 * @param graph as it was when {@code members} were computed
 */
record Departures(
    AttestationGraph<NodeId> graph,
    SortedSet<NodeId> members,
    AttestationGraph<NodeId> graphNow,
    SortedSet<NodeId> membersNow,
    LossLog losses) {

  /** Those for and from one former member, in the order of attesters and attestees. */
  List<MissingAttestation> missingFor(NodeId leaver) {
    List<MissingAttestation> missing = new ArrayList<>();
    for (NodeId attester : graph.attesters(leaver)) {
      add(attester, leaver, attester, missing);
    }
    for (NodeId attestee : graph.attestees(leaver)) {
      add(leaver, attestee, attestee, missing);
    }
    missing.sort(
        Comparator.comparing(MissingAttestation::attester)
            .thenComparing(MissingAttestation::attestee));
    return missing;
  }

  private void add(
      NodeId attester, NodeId attestee, NodeId other, List<MissingAttestation> missing) {
    if (!members.contains(other)) {
      return;
    }
    if (!graphNow.hasEdge(attester, attestee)) {
      Cause cause = new Cause.Lost(losses.lossOf(attester, attestee));
      missing.add(new MissingAttestation(attester, attestee, cause));
    } else if (!membersNow.contains(other)) {
      missing.add(new MissingAttestation(attester, attestee, new Cause.OtherLeft()));
    }
  }
}
