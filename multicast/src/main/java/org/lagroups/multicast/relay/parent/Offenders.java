package org.lagroups.multicast.relay.parent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.machine.NodeId;

/**
 * Who was barred from relaying. Whoever leaves and comes again relays nothing for a while, and the
 * longer the more often it was barred; otherwise it could spoil chunks again each time.
 */
final class Offenders {

  /** The most that are remembered; those who were barred longest ago are forgotten first. */
  static final int MAX_NODES = 256;

  static final long FIRST_NANOS = 60_000_000_000L;

  private static final int MAX_DOUBLINGS = 6;

  private final Map<NodeId, Offence> offences = new LinkedHashMap<>();

  private record Offence(int times, long untilNanos) {}

  /** A node has been barred. */
  void barred(NodeId node, long nowNanos) {
    Offence before = offences.remove(node);
    int times = before == null ? 0 : before.times();
    long nanos = FIRST_NANOS << Math.min(MAX_DOUBLINGS, times);
    offences.put(node, new Offence(times + 1, nowNanos + nanos));
    if (offences.size() > MAX_NODES) {
      offences.remove(offences.keySet().iterator().next());
    }
  }

  /** For how long a node that comes now must not relay; 0 if it may. */
  long restNanos(NodeId node, long nowNanos) {
    Offence offence = offences.get(node);
    return offence == null ? 0 : Math.max(0, offence.untilNanos() - nowNanos);
  }
}
