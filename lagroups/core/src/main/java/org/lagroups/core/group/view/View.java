package org.lagroups.core.group.view;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.machine.NodeId;

/** What a node can reach along valid attestations, itself included (paper, section 2). */
public final class View {

  private final SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> attestees;
  private final Topology topology;
  private @Nullable AttestationGraph<NodeId> graph;

  /**
   * Takes over the attestees of each node of the view, nearest node first, and last those who have
   * said nothing yet; all of them are nodes of the view themselves.
   *
   * @param before another view: what has not changed since is taken from it
   */
  View(SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> attestees, @Nullable View before) {
    this(attestees, new Topology(attestees, before == null ? null : before.topology), null);
  }

  private View(
      SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> attestees,
      Topology topology,
      @Nullable AttestationGraph<NodeId> graph) {
    this.attestees = attestees;
    this.topology = topology;
    this.graph = graph;
  }

  /**
   * The same with what a node of this view says of its attestees now, if they are those of before.
   */
  public Optional<View> withInfos(NodeId attester, SortedMap<NodeId, LinkInfo> infos) {
    SortedMap<NodeId, LinkInfo> before = attestees.get(attester);
    if (before == null || !before.keySet().equals(infos.keySet())) {
      return Optional.empty();
    }
    SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> changed = new LinkedHashMap<>(attestees);
    changed.put(attester, infos);
    return Optional.of(new View(changed, topology, weighTheSame(before, infos) ? graph : null));
  }

  /** Who attests to whom, whatever they say of each other. Equal views may share it. */
  public Topology topology() {
    return topology;
  }

  /** Whether two views have the same nodes and edges, whatever the infos are. */
  public boolean isShapedLike(View other) {
    return topology.isLike(other.topology);
  }

  /** The nodes in the order of their IDs. */
  public Set<NodeId> nodes() {
    return topology.nodes();
  }

  /** The nodes, those first that are fewer attestations away, and last who has said nothing. */
  public List<NodeId> nearestFirst() {
    return List.copyOf(attestees.keySet());
  }

  public boolean contains(NodeId node) {
    return attestees.containsKey(node);
  }

  /** To whom a node attests, in the order of IDs. Equal views may share the map. */
  public SortedMap<NodeId, LinkInfo> attesteesOf(NodeId node) {
    return attestees.getOrDefault(node, Collections.emptySortedMap());
  }

  /** Who attests to a node, and what each says of it, in the order of IDs. */
  public SortedMap<NodeId, LinkInfo> attestersOf(NodeId node) {
    TreeMap<NodeId, LinkInfo> attesters = new TreeMap<>();
    attestees.forEach((attester, all) -> {
      LinkInfo info = all.get(node);
      if (info != null) {
        attesters.put(attester, info);
      }
    });
    return attesters;
  }

  public boolean hasEdge(NodeId attester, NodeId attestee) {
    return attesteesOf(attester).containsKey(attestee);
  }

  /** The same as an attestation graph: costs and capacities come from the infos. */
  public AttestationGraph<NodeId> graph() {
    if (graph == null) {
      GraphBuilder<NodeId> builder = AttestationGraph.builder();
      nodes().forEach(builder::vertex);
      attestees.forEach((attester, all) ->
          all.forEach((attestee, info) ->
              builder.edge(attester, attestee, costOf(info), capacityOf(info))));
      graph = builder.build();
    }
    return graph;
  }

  /** Whether the costs and capacities of edges are the same, both in the order of attestees. */
  private static boolean weighTheSame(
      SortedMap<NodeId, LinkInfo> before, SortedMap<NodeId, LinkInfo> after) {
    Iterator<LinkInfo> others = after.values().iterator();
    for (LinkInfo one : before.values()) {
      LinkInfo other = others.next();
      if (costOf(one) != costOf(other) || capacityOf(one) != capacityOf(other)) {
        return false;
      }
    }
    return true;
  }

  private static double costOf(LinkInfo info) {
    return Math.min(info.cost().orElse(AttestationEdge.DEFAULT_COST), AttestationEdge.MAX_VALUE);
  }

  private static double capacityOf(LinkInfo info) {
    return info.throughputBitsPerSecond().isPresent()
        ? Math.min((double) info.throughputBitsPerSecond().getAsLong(), AttestationEdge.MAX_VALUE)
        : AttestationEdge.DEFAULT_CAPACITY;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof View that && attestees.equals(that.attestees));
  }

  @Override
  public int hashCode() {
    return attestees.hashCode();
  }
}
