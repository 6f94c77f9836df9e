package org.lagroups.core.robust.protocol;

import java.util.Set;
import java.util.stream.Collectors;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.robust.message.AgreementMessage;
import org.lagroups.core.robust.raft.Agreement;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;

/** This node's part in one group's agreement, and whether it can be counted on. */
final class Participation {

  /** For how many of Raft's seconds an agreed view stands without a leader. */
  private static final int PATIENCE_SECONDS = 2;

  private final Agreement agreement;
  private final Environment<?> environment;
  private final BasisFinder finder;

  Participation(Agreement agreement, Environment<?> environment) {
    this.agreement = agreement;
    this.environment = environment;
    this.finder =
        new BasisFinder(agreement, environment, PATIENCE_SECONDS * agreement.secondNanos());
  }

  Agreement agreement() {
    return agreement;
  }

  Basis basis() {
    return finder.find();
  }

  void take(NodeId from, AgreementMessage message) {
    agreement.take(from, message);
  }

  void act(AttestationGraph<NodeId> graph) {
    agreement.act(graph, linked(Set.copyOf(graph.vertices())));
  }

  long nextDueNanos() {
    return agreement.nextDueNanos();
  }

  Set<NodeId> linked(Set<NodeId> nodes) {
    return nodes.stream()
        .filter(node -> !node.equals(environment.self()) && environment.isLinked(node))
        .collect(Collectors.toSet());
  }
}
