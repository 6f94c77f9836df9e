package org.lagroups.core.group.view;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.machine.NodeId;

/**
 * Who is in a view, and who attests to whom there, whatever they say of each other. Nodes are
 * numbered in the order of their IDs, from 0, and a set of nodes is a number with their bits: there
 * are never more than {@link GroupSettings#HARD_MAX_MEMBERS}, which is 64.
 */
public final class Topology {

  /** The number of a node that is not in the view. */
  public static final int ABSENT = -1;

  /** The hops to a node to which no links lead. */
  public static final int UNREACHABLE = Integer.MAX_VALUE;

  private final SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> attestees;
  private final SortedSet<NodeId> nodes;
  private final List<NodeId> numbered;
  private final Map<NodeId, Integer> numbers;
  private final long[] attested;
  private long @Nullable [] neighbours;

  /**
   * Of the attestees of each node, not modified later on.
   *
   * @param before another topology: what has not changed since is taken from it
   */
  @SuppressWarnings("ReferenceEquality") // the very same map: then nothing in it has changed
  Topology(SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> attestees, @Nullable Topology before) {
    this.attestees = attestees;
    if (before != null && before.numbers.keySet().equals(attestees.keySet())) {
      this.nodes = before.nodes;
      this.numbered = before.numbered;
      this.numbers = before.numbers;
      this.attested = before.attested.clone();
    } else {
      this.nodes = Collections.unmodifiableSortedSet(new TreeSet<>(attestees.keySet()));
      this.numbered = List.copyOf(nodes);
      this.numbers = numbersOf(numbered);
      this.attested = new long[numbered.size()];
      before = null;
    }
    for (Map.Entry<NodeId, SortedMap<NodeId, LinkInfo>> entry : attestees.entrySet()) {
      if (before == null || before.attestees.get(entry.getKey()) != entry.getValue()) {
        attested[numberOf(entry.getKey())] = bitsOf(entry.getValue());
      }
    }
  }

  /** How many nodes there are. */
  public int size() {
    return numbered.size();
  }

  /** The number of a node, or {@link #ABSENT}. */
  public int numberOf(NodeId node) {
    return numbers.getOrDefault(node, ABSENT);
  }

  /** The node with a number. */
  public NodeId node(int number) {
    return numbered.get(number);
  }

  /** The nodes that attest to this one or to which it attests: they are taken to have a link. */
  public long neighboursOf(int number) {
    if (neighbours == null) {
      neighbours = findNeighbours();
    }
    return neighbours[number];
  }

  /** How many links away from {@code start} each node is, or {@link #UNREACHABLE}. */
  public int[] hopsFrom(int start) {
    int[] hops = new int[size()];
    Arrays.fill(hops, UNREACHABLE);
    long reached = 0;
    long level = 1L << start;
    for (int distance = 0; level != 0; distance++) {
      reached |= level;
      long next = 0;
      for (long left = level; left != 0; left &= left - 1) {
        int number = Long.numberOfTrailingZeros(left);
        hops[number] = distance;
        next |= neighboursOf(number);
      }
      level = next & ~reached;
    }
    return hops;
  }

  /** Whether a node has these attestees here too, and all of them are {@code among} some nodes. */
  @SuppressWarnings("ReferenceEquality") // the very same map: then nothing in it has changed
  boolean attestsOnly(NodeId attester, SortedMap<NodeId, LinkInfo> all, long among) {
    return attestees.get(attester) == all && (attested[numberOf(attester)] & ~among) == 0;
  }

  SortedSet<NodeId> nodes() {
    return nodes;
  }

  /** Whether there are the same nodes, and the same attest to the same. */
  boolean isLike(Topology other) {
    return nodes.equals(other.nodes) && Arrays.equals(attested, other.attested);
  }

  private static Map<NodeId, Integer> numbersOf(List<NodeId> numbered) {
    if (numbered.size() > Long.SIZE) {
      throw new IllegalArgumentException("a view has at most 64 nodes, not " + numbered.size());
    }
    Map<NodeId, Integer> numbers = HashMap.newHashMap(numbered.size());
    for (int number = 0; number < numbered.size(); number++) {
      numbers.put(numbered.get(number), number);
    }
    return numbers;
  }

  private long bitsOf(SortedMap<NodeId, LinkInfo> all) {
    long bits = 0;
    for (NodeId node : all.keySet()) {
      bits |= 1L << numberOf(node);
    }
    return bits;
  }

  private long[] findNeighbours() {
    long[] found = attested.clone();
    for (int attester = 0; attester < found.length; attester++) {
      for (long left = attested[attester]; left != 0; left &= left - 1) {
        found[Long.numberOfTrailingZeros(left)] |= 1L << attester;
      }
    }
    return found;
  }
}
