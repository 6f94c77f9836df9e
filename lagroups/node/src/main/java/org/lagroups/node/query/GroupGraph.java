package org.lagroups.node.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.AttestationView;

/**
 * A group's graph at one moment, with what its attesters report.
 *
 * @param infos by attester and attestee
 */
public record GroupGraph(AttestationGraph<NodeId> graph, Map<NodeId, Map<NodeId, LinkInfo>> infos) {

  public GroupGraph {
    infos = Map.copyOf(infos);
  }

  /** Out of what the control API tells of a group. */
  public static GroupGraph of(GroupView view) {
    GraphBuilder<NodeId> builder = AttestationGraph.builder();
    view.members().forEach(member -> builder.vertex(member.node()));
    Map<NodeId, Map<NodeId, LinkInfo>> infos = new HashMap<>();
    for (AttestationView one : view.attestations()) {
      LinkInfo info = info(one);
      builder.edge(one.attester(), one.attestee(), costOf(info), capacityOf(info));
      infos.computeIfAbsent(one.attester(), attester -> new HashMap<>()).put(one.attestee(), info);
    }
    return new GroupGraph(builder.build(), infos);
  }

  /** The part between some of its nodes; others are passed over. */
  public GroupGraph within(Collection<NodeId> members) {
    return new GroupGraph(graph.within(members), infos);
  }

  /** The graph with other capacities. */
  public AttestationGraph<NodeId> graph(CapacityKind capacity) {
    return graph.withCapacities(edge ->
        capacity.of(
            edge,
            infos
                .getOrDefault(edge.attester(), Map.of())
                .getOrDefault(edge.attestee(), LinkInfo.NONE)));
  }

  /** As {@code LaGroups.attestations} does. */
  private static double costOf(LinkInfo info) {
    return Math.min(info.cost().orElse(AttestationEdge.DEFAULT_COST), AttestationEdge.MAX_VALUE);
  }

  private static double capacityOf(LinkInfo info) {
    return info.throughputBitsPerSecond().isPresent()
        ? Math.min((double) info.throughputBitsPerSecond().getAsLong(), AttestationEdge.MAX_VALUE)
        : AttestationEdge.DEFAULT_CAPACITY;
  }

  private static LinkInfo info(AttestationView view) {
    return new LinkInfo(
        reported(view.roundTripMicros()),
        reported(view.throughputBitsPerSecond()),
        reported(view.uptimeSeconds()),
        reported(view.meanTimeToFailureSeconds()),
        view.cost() == null ? OptionalDouble.empty() : OptionalDouble.of(view.cost()),
        Bytes.EMPTY);
  }

  private static OptionalLong reported(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
