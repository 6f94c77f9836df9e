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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.machine.NodeId;

/** What a node can reach along valid attestations, itself included (paper, section 2). */
public final class View {

  private final SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> attestees;
  private final Set<NodeId> nodes;
  private @Nullable Map<NodeId, Set<NodeId>> neighbours;
  private @Nullable AttestationGraph<NodeId> graph;

  /**
   * Takes over the attestees of each node of the view, nearest node first, and last those who have
   * said nothing yet; all of them are nodes of the view themselves.
   */
  View(SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> attestees) {
    this.attestees = attestees;
    this.nodes = Collections.unmodifiableSet(new TreeSet<>(attestees.keySet()));
  }

  /** The nodes in the order of their IDs. */
  public Set<NodeId> nodes() {
    return nodes;
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

  /** Whether one of the two attests to the other: then they are taken to have a link. */
  public boolean areAdjacent(NodeId one, NodeId other) {
    return hasEdge(one, other) || hasEdge(other, one);
  }

  /** The nodes to which a node is adjacent, in the order of IDs. */
  public Set<NodeId> neighboursOf(NodeId node) {
    if (neighbours == null) {
      neighbours = findNeighbours();
    }
    return neighbours.getOrDefault(node, Set.of());
  }

  /** How many links away from {@code start} each node is; unreachable ones are missing. */
  public Map<NodeId, Integer> hopsFrom(NodeId start) {
    Map<NodeId, Integer> hops = new HashMap<>();
    ArrayDeque<NodeId> queue = new ArrayDeque<>(List.of(start));
    hops.put(start, 0);
    while (!queue.isEmpty()) {
      NodeId node = queue.remove();
      int next = hops.getOrDefault(node, 0) + 1;
      for (NodeId neighbour : neighboursOf(node)) {
        if (hops.putIfAbsent(neighbour, next) == null) {
          queue.add(neighbour);
        }
      }
    }
    return hops;
  }

  /** The same as an attestation graph: costs and capacities come from the infos. */
  public AttestationGraph<NodeId> graph() {
    if (graph == null) {
      GraphBuilder<NodeId> builder = AttestationGraph.builder();
      nodes.forEach(builder::vertex);
      attestees.forEach((attester, all) ->
          all.forEach((attestee, info) ->
              builder.edge(attester, attestee, costOf(info), capacityOf(info))));
      graph = builder.build();
    }
    return graph;
  }

  private Map<NodeId, Set<NodeId>> findNeighbours() {
    Map<NodeId, Set<NodeId>> found = new HashMap<>();
    nodes.forEach(node -> found.put(node, new TreeSet<>(attesteesOf(node).keySet())));
    for (NodeId attester : nodes) {
      for (NodeId attestee : attesteesOf(attester).keySet()) {
        found.computeIfAbsent(attestee, node -> new TreeSet<>()).add(attester);
      }
    }
    return found;
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
