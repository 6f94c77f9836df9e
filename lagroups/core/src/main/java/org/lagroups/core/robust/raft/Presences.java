package org.lagroups.core.robust.raft;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.robust.message.AgreementMessage.Presence;
import org.lagroups.core.robust.message.Seat;
import org.lagroups.machine.NodeId;

/** Who has said of late that it takes part. At most as many as the view has nodes. */
final class Presences {

  /** So many of the library's seconds a word counts; it is repeated every second. */
  static final int VALID_SECONDS = 4;

  private final long validNanos;
  private final Map<NodeId, Heard> heard = new TreeMap<>();

  private record Heard(Presence presence, long atNanos) {}

  Presences(Pace pace) {
    this.validNanos = VALID_SECONDS * pace.secondNanos();
  }

  void hear(NodeId node, Presence presence, long nowNanos) {
    heard.put(node, new Heard(presence, nowNanos));
  }

  /** Forgets those that have been silent. */
  void dropOld(long nowNanos) {
    heard.values().removeIf(one -> nowNanos - one.atNanos() > validNanos);
  }

  /** The seat that a node speaks from, if it has spoken. */
  Optional<Seat> seatOf(NodeId node) {
    return Optional.ofNullable(heard.get(node))
        .map(one -> new Seat(node, one.presence().incarnation()));
  }

  boolean isLeaving(NodeId node) {
    @Nullable Heard one = heard.get(node);
    return one != null && one.presence().leaving();
  }

  /** Whether a seat has said that it knows of this view. */
  boolean hasApplied(Seat seat, long view) {
    @Nullable Heard one = heard.get(seat.node());
    return one != null
        && one.presence().incarnation() == seat.incarnation()
        && one.presence().view() >= view;
  }
}
