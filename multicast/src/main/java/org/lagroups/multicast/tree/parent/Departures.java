package org.lagroups.multicast.tree.parent;

import java.util.LinkedHashMap;
import java.util.Set;
import org.lagroups.machine.NodeId;

/** Children that are gone, and to whom of theirs their places are to be given. */
public final class Departures {

  /** The most remembered; who has been gone for longest is forgotten first. */
  public static final int MAX = 256;

  private final LinkedHashMap<NodeId, Departed> departed = new LinkedHashMap<>();

  private record Departed(Set<NodeId> household, Set<NodeId> preferred, long untilMillis) {}

  /**
   * A child is gone.
   *
   * @param household its children
   * @param preferred those of them that are wanted here
   * @param untilMillis when the others may have the places, too
   */
  public void add(NodeId gone, Set<NodeId> household, Set<NodeId> preferred, long untilMillis) {
    departed.remove(gone);
    if (departed.size() >= MAX) {
      departed.remove(departed.keySet().iterator().next());
    }
    departed.put(gone, new Departed(Set.copyOf(household), Set.copyOf(preferred), untilMillis));
  }

  /** Whether others of the same lost household are to have the places that an orphan asks for. */
  public boolean isLessPreferred(NodeId orphan, NodeId former, long nowMillis) {
    Departed lost = departed.get(former);
    return lost != null
        && nowMillis < lost.untilMillis
        && lost.household.contains(orphan)
        && !lost.preferred.contains(orphan);
  }
}
