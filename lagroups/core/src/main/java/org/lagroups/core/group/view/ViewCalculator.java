package org.lagroups.core.group.view;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.machine.NodeId;

/**
 * Finds what is reachable: breadth first, neighbours in the order of IDs, so that it is always the
 * farthest nodes that do not fit. An attestation counts only if its attester is in the view and its
 * attestee has not left.
 */
public final class ViewCalculator {

  private final NodeId self;
  private final int maxMembers;
  private final AdvertisementDatabase database;

  public ViewCalculator(NodeId self, int maxMembers, AdvertisementDatabase database) {
    this.self = self;
    this.maxMembers = maxMembers;
    this.database = database;
  }

  /** The view at a moment, given to whom this node itself attests. */
  public View calculate(SortedMap<NodeId, LinkInfo> ownAttestees, long wallMillis) {
    SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> reached = new LinkedHashMap<>();
    ArrayDeque<NodeId> queue = new ArrayDeque<>(List.of(self));
    reached.put(self, new TreeMap<>());
    while (!queue.isEmpty()) {
      NodeId node = queue.remove();
      SortedMap<NodeId, LinkInfo> attestees =
          node.equals(self) ? presentOf(ownAttestees) : attesteesOf(node, wallMillis);
      reached.put(node, attestees);
      for (NodeId attestee : attestees.keySet()) {
        if (reached.size() < maxMembers && reached.putIfAbsent(attestee, new TreeMap<>()) == null) {
          queue.add(attestee);
        }
      }
    }
    reached.values().forEach(attestees -> attestees.keySet().retainAll(reached.keySet()));
    return new View(reached);
  }

  private SortedMap<NodeId, LinkInfo> attesteesOf(NodeId attester, long wallMillis) {
    Optional<KnownAdvertisement> known =
        database.find(attester).filter(found -> found.isValidAt(wallMillis));
    if (known.isEmpty()) {
      return new TreeMap<>();
    }
    TreeMap<NodeId, LinkInfo> all = new TreeMap<>();
    for (Entry entry : known.get().content().entries()) {
      all.put(entry.attestee(), entry.info());
    }
    return presentOf(all);
  }

  private SortedMap<NodeId, LinkInfo> presentOf(SortedMap<NodeId, LinkInfo> attestees) {
    TreeMap<NodeId, LinkInfo> present = new TreeMap<>(attestees);
    present.keySet().removeIf(this::hasLeft);
    return present;
  }

  private boolean hasLeft(NodeId node) {
    return database.find(node).filter(known -> known.content().leaving()).isPresent();
  }
}
