package org.lagroups.multicast.tree.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.place.Fallen;

/** Who failed to forward, and until when it stays a leaf for that. */
public final class Penalties {

  /** The most nodes remembered; the oldest is forgotten first. */
  public static final int MAX = 256;

  /** The most that are told to a neighbour: the latest. */
  public static final int MAX_TOLD = 8;

  /** Beyond, failures are not counted. */
  private static final int MAX_STRIKES = 11;

  private final long penaltyMillis;
  private final LinkedHashMap<NodeId, Penalty> penalties = new LinkedHashMap<>();

  private record Penalty(int strikes, long untilMillis) {}

  /**
   * None yet.
   *
   * @param penaltyMillis the first penalty; each further one is twice as long
   */
  public Penalties(long penaltyMillis) {
    this.penaltyMillis = penaltyMillis;
  }

  /** Somebody failed. */
  public void strike(NodeId node, long nowMillis) {
    Penalty before = penalties.get(node);
    int strikes = Math.min(MAX_STRIKES, before == null ? 1 : before.strikes + 1);
    put(node, new Penalty(strikes, nowMillis + lengthMillis(strikes)));
  }

  /**
   * Somebody failed, as another tells. That is no reason for more than the first penalty, nor for
   * another while there is one.
   */
  public void told(Fallen fallen, long nowMillis) {
    long left = Math.min(fallen.leftMillis(), penaltyMillis);
    Penalty before = penalties.get(fallen.node());
    if (left > 0 && !isFallen(fallen.node(), nowMillis)) {
      put(fallen.node(), new Penalty(before == null ? 1 : before.strikes, nowMillis + left));
    }
  }

  /** Whether somebody has to stay a leaf. */
  public boolean isFallen(NodeId node, long nowMillis) {
    Penalty penalty = penalties.get(node);
    return penalty != null && nowMillis < penalty.untilMillis;
  }

  /** The latest that are still fallen, for a neighbour. */
  public List<Fallen> latest(long nowMillis) {
    List<Fallen> all = new ArrayList<>();
    penalties.forEach((node, penalty) -> {
      if (nowMillis < penalty.untilMillis) {
        all.add(new Fallen(node, penalty.untilMillis - nowMillis));
      }
    });
    return List.copyOf(all.subList(Math.max(0, all.size() - MAX_TOLD), all.size()));
  }

  private long lengthMillis(int strikes) {
    return penaltyMillis << (strikes - 1);
  }

  private void put(NodeId node, Penalty penalty) {
    penalties.remove(node);
    if (penalties.size() >= MAX) {
      penalties.remove(penalties.keySet().iterator().next());
    }
    penalties.put(node, penalty);
  }
}
