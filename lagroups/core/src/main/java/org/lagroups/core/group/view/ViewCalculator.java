package org.lagroups.core.group.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.machine.NodeId;

/**
 * Finds what is reachable, and who of it has a place where there is not enough room for all. An
 * attestation counts only if its attester is in the view and its attestee is not {@linkplain
 * AdvertisementDatabase#excluded excluded}.
 *
 * <p>Members may lie. So places go first to those whom this node attests to itself; then, depth by
 * depth, to those who have spoken, that is, who have a valid advertisement of their own; and then
 * to everyone else. Attesters take turns, one attestee each in the order of IDs: whoever attests to
 * many nodes that it has made up fills what others leave free, and no more.
 */
public final class ViewCalculator {

  private final NodeId self;
  private final int maxMembers;
  private final AdvertisementDatabase database;

  /** Of this the next one takes what has not changed. */
  private @Nullable View latest;

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
    Places places = new Places(wallMillis);
    places.reach(self, ownAttestees);
    List<NodeId> depth = places.give(List.of(self), node -> true);
    while (!depth.isEmpty()) {
      depth = places.give(depth, node -> database.hasValid(node, wallMillis));
    }
    if (places.leftSomeoneOut) {
      places.leftSomeoneOut = false;
      places.give(List.copyOf(places.reached.keySet()), node -> true);
    }
    if (places.leftSomeoneOut) {
      places.reached.replaceAll((node, attestees) -> within(places.reached.keySet(), attestees));
    }
    latest = new View(places.reached, latest);
    return latest;
  }

  /** The places of one view while they are given away. */
  private final class Places {

    final SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> reached = new LinkedHashMap<>();
    final long wallMillis;

    /** Those of the view before that are reached, by their numbers in its topology. */
    long reachedBefore;

    /** Whether an attester has been met with an attestee that had no place then. */
    boolean leftSomeoneOut;

    Places(long wallMillis) {
      this.wallMillis = wallMillis;
    }

    /**
     * Gives places to attestees of these attesters, one of each in turn. Who attests to nobody new
     * is passed over, which is told at once where nothing has changed.
     *
     * @param eligible who may have a place now
     * @return who has got one
     */
    List<NodeId> give(Collection<NodeId> attesters, Predicate<NodeId> eligible) {
      List<NodeId> entered = new ArrayList<>();
      ArrayDeque<Iterator<NodeId>> turns = new ArrayDeque<>();
      for (NodeId attester : attesters) {
        SortedMap<NodeId, LinkInfo> attestees =
            reached.getOrDefault(attester, Collections.emptySortedMap());
        if (latest == null || !latest.topology().attestsOnly(attester, attestees, reachedBefore)) {
          turns.add(attestees.keySet().iterator());
        }
      }
      while (!turns.isEmpty()) {
        Iterator<NodeId> turn = turns.remove();
        if (enterNext(turn, eligible, entered)) {
          turns.add(turn);
        }
      }
      return entered;
    }

    /** Whether there was another one to be given a place. */
    private boolean enterNext(
        Iterator<NodeId> attestees, Predicate<NodeId> eligible, List<NodeId> entered) {
      while (attestees.hasNext()) {
        NodeId node = attestees.next();
        if (reached.containsKey(node)) {
          continue;
        }
        if (reached.size() < maxMembers
            && database.excluded(node).isEmpty()
            && eligible.test(node)) {
          reach(node, attesteesOf(node, wallMillis));
          entered.add(node);
          return true;
        }
        leftSomeoneOut = true;
      }
      return false;
    }

    void reach(NodeId node, SortedMap<NodeId, LinkInfo> attestees) {
      reached.put(node, attestees);
      int before = latest == null ? Topology.ABSENT : latest.topology().numberOf(node);
      if (before != Topology.ABSENT) {
        reachedBefore |= 1L << before;
      }
    }
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
