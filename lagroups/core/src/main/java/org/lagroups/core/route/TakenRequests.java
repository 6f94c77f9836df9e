package org.lagroups.core.route;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.lagroups.machine.NodeId;

/**
 * The requests that this node has taken and that somebody might send it again: each is remembered
 * until it would be refused as stale.
 */
final class TakenRequests {

  /** The most remembered for one origin. */
  static final int MAX_PER_ORIGIN = 1_024;

  /** The most remembered in all. */
  static final int MAX_IN_ALL = 16 * MAX_PER_ORIGIN;

  private final Map<NodeId, Set<Long>> byOrigin = new HashMap<>();
  private final PriorityQueue<Taken> byEnd =
      new PriorityQueue<>(Comparator.comparingLong(Taken::endsAtNanos));

  private record Taken(NodeId origin, long request, long endsAtNanos) {}

  /** What became of a request. */
  enum Outcome {
    /** It is new, and is remembered now. */
    TAKEN,
    /** It was taken before. */
    REPEATED,
    /** Its origin, or all of them together, have too many requests remembered. */
    NO_ROOM
  }

  Outcome take(NodeId origin, long request, long endsAtNanos, long nowNanos) {
    forgetEnded(nowNanos);
    Set<Long> known = byOrigin.getOrDefault(origin, Set.of());
    if (known.contains(request)) {
      return Outcome.REPEATED;
    }
    if (known.size() >= MAX_PER_ORIGIN || byEnd.size() >= MAX_IN_ALL) {
      return Outcome.NO_ROOM;
    }
    byOrigin.computeIfAbsent(origin, unseen -> new HashSet<>()).add(request);
    byEnd.add(new Taken(origin, request, endsAtNanos));
    return Outcome.TAKEN;
  }

  private void forgetEnded(long nowNanos) {
    for (Taken next = byEnd.peek();
        next != null && next.endsAtNanos() <= nowNanos;
        next = byEnd.peek()) {
      byEnd.remove();
      Set<Long> known = byOrigin.get(next.origin());
      if (known != null && known.remove(next.request()) && known.isEmpty()) {
        byOrigin.remove(next.origin());
      }
    }
  }
}
