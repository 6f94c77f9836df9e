package org.lagroups.multicast.relay.parent;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.machine.NodeId;

/**
 * Who was barred from relaying. Whoever leaves and comes again relays nothing for a while, and the
 * longer the more often it was barred; otherwise it could spoil chunks again each time. Who has not
 * been barred again for as long as it was barred begins anew.
 */
final class Offenders {

  /** The most that are remembered; those are forgotten first who may relay again soonest. */
  static final int MAX_NODES = 256;

  static final long FIRST_NANOS = 60_000_000_000L;

  private static final int MAX_DOUBLINGS = 6;

  private final Map<NodeId, Offence> offences = new LinkedHashMap<>();

  private record Offence(int times, long untilNanos) {

    static Offence after(int times, long nowNanos) {
      return new Offence(times, nowNanos + lasts(times));
    }

    boolean isForgotten(long nowNanos) {
      return nowNanos - untilNanos >= lasts(times);
    }

    private static long lasts(int times) {
      return FIRST_NANOS << Math.min(MAX_DOUBLINGS, times - 1);
    }
  }

  /** A node has been barred. */
  void barred(NodeId node, long nowNanos) {
    offences.values().removeIf(offence -> offence.isForgotten(nowNanos));
    Offence before = offences.remove(node);
    if (offences.size() >= MAX_NODES) {
      offences.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue().untilNanos() - nowNanos))
          .ifPresent(soonest -> offences.remove(soonest.getKey()));
    }
    offences.put(node, Offence.after(before == null ? 1 : before.times() + 1, nowNanos));
  }

  /** For how long a node that comes now must not relay; 0 if it may. */
  long restNanos(NodeId node, long nowNanos) {
    Offence offence = offences.get(node);
    return offence == null ? 0 : Math.max(0, offence.untilNanos() - nowNanos);
  }
}
