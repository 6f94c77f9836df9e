package org.lagroups.core.group.view;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final TreeMap<NodeId, TreeMap<NodeId, LinkInfo>> attesters = new TreeMap<>();
  private @Nullable AttestationGraph<NodeId> graph;

  /**
   * Takes over the attestees of each node of the view, nearest node first; all of them are nodes of
   * the view themselves.
   */
  View(SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> attestees) {
    this.attestees = attestees;
    attestees.keySet().forEach(node -> attesters.put(node, new TreeMap<>()));
    attestees.forEach((attester, all) ->
        all.forEach((attestee, info) ->
            attesters.computeIfAbsent(attestee, id -> new TreeMap<>()).put(attester, info)));
  }

  /** The nodes in the order of their IDs. */
  public Set<NodeId> nodes() {
    return Collections.unmodifiableSet(attesters.keySet());
  }

  /** The nodes, those first that are fewer attestations away. */
  public List<NodeId> nearestFirst() {
    return List.copyOf(attestees.keySet());
  }

  public boolean contains(NodeId node) {
    return attestees.containsKey(node);
  }

  /** To whom a node attests, in the order of IDs. */
  public SortedMap<NodeId, LinkInfo> attesteesOf(NodeId node) {
    return Collections.unmodifiableSortedMap(
        attestees.getOrDefault(node, Collections.emptySortedMap()));
  }

  /** Who attests to a node, and what each says of it, in the order of IDs. */
  public SortedMap<NodeId, LinkInfo> attestersOf(NodeId node) {
    SortedMap<NodeId, LinkInfo> found = attesters.get(node);
    return found == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(found);
  }

  public boolean hasEdge(NodeId attester, NodeId attestee) {
    return attesteesOf(attester).containsKey(attestee);
  }

  /** Whether one of the two attests to the other: then they are taken to have a link. */
  public boolean areAdjacent(NodeId one, NodeId other) {
    return hasEdge(one, other) || hasEdge(other, one);
  }

  /** How many links away from {@code start} each node is; unreachable ones are missing. */
  public Map<NodeId, Integer> hopsFrom(NodeId start) {
    Map<NodeId, Integer> hops = new HashMap<>();
    ArrayDeque<NodeId> queue = new ArrayDeque<>(List.of(start));
    hops.put(start, 0);
    while (!queue.isEmpty()) {
      NodeId node = queue.remove();
      int next = hops.getOrDefault(node, 0) + 1;
      for (Set<NodeId> neighbours :
          List.of(attesteesOf(node).keySet(), attestersOf(node).keySet())) {
        for (NodeId neighbour : neighbours) {
          if (hops.putIfAbsent(neighbour, next) == null) {
            queue.add(neighbour);
          }
        }
      }
    }
    return hops;
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
    return other instanceof View that && attestees.equals(that.attestees);
  }

  @Override
  public int hashCode() {
    return attestees.hashCode();
  }
}
