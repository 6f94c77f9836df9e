package org.lagroups.core.group.view;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /**
   * The view at a moment.
   *
   * @param ownAttestees to whom this node itself attests; not modified later on
   */
  public View calculate(SortedMap<NodeId, LinkInfo> ownAttestees, long wallMillis) {
    SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> reached = new LinkedHashMap<>();
    ArrayDeque<NodeId> queue = new ArrayDeque<>(List.of(self));
    reached.put(self, ownAttestees);
    boolean leftSomeoneOut = false;
    while (!queue.isEmpty()) {
      NodeId node = queue.remove();
      SortedMap<NodeId, LinkInfo> attestees =
          node.equals(self) ? ownAttestees : attesteesOf(node, wallMillis);
      reached.put(node, attestees);
      for (NodeId attestee : attestees.keySet()) {
        if (reached.containsKey(attestee)) {
          continue;
        }
        if (reached.size() < maxMembers && !database.hasLeft(attestee)) {
          reached.put(attestee, Collections.emptySortedMap());
          queue.add(attestee);
        } else {
          leftSomeoneOut = true;
        }
      }
    }
    if (leftSomeoneOut) {
      reached.replaceAll((node, attestees) -> within(reached.keySet(), attestees));
    }
    return new View(reached);
  }

  private SortedMap<NodeId, LinkInfo> attesteesOf(NodeId attester, long wallMillis) {
    return database
        .find(attester)
        .filter(known -> known.isValidAt(wallMillis))
        .map(KnownAdvertisement::attestees)
        .orElse(Collections.emptySortedMap());
  }

  /** The same attestees without those outside the view: most often, the very same. */
  private static SortedMap<NodeId, LinkInfo> within(
      Set<NodeId> view, SortedMap<NodeId, LinkInfo> attestees) {
    if (view.containsAll(attestees.keySet())) {
      return attestees;
    }
    TreeMap<NodeId, LinkInfo> inside = new TreeMap<>(attestees);
    inside.keySet().retainAll(view);
    return Collections.unmodifiableSortedMap(inside);
  }
}
