package org.lagroups.core.robust.protocol;

import java.util.List;
import java.util.Set;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;

/**
 * A group that the node has left: for a while it helps the others to agree on a view without it.
 * Otherwise, one of two would be left without a majority for ever.
 */
final class Departing {

  /** For how many of Raft's seconds it helps. */
  private static final int DEPARTING_SECONDS = 6;

  private final Participation participation;
  private final Environment<?> environment;
  private final Set<NodeId> peers;
  private final long untilNanos;

  Departing(Participation participation, Environment<?> environment) {
    this.participation = participation;
    this.environment = environment;
    this.peers = participation.agreement().seated();
    this.untilNanos =
        environment.elapsedNanos() + DEPARTING_SECONDS * participation.agreement().secondNanos();
    peers.remove(environment.self());
    peers.forEach(peer -> environment.keepLink(peer, List.of()));
    participation.agreement().leave();
  }

  Participation participation() {
    return participation;
  }

  boolean knows(NodeId peer) {
    return peers.contains(peer);
  }

  /** Goes on; whether there is nothing more to do. */
  boolean act() {
    participation
        .agreement()
        .act(AttestationGraph.<NodeId>builder().build(), participation.linked(peers));
    boolean isOver =
        peers.isEmpty()
            || participation.agreement().hasNoSeat()
            || environment.elapsedNanos() >= untilNanos;
    if (isOver) {
      peers.forEach(environment::releaseLink);
      participation.agreement().forget();
    }
    return isOver;
  }

  long nextDueNanos() {
    return Math.min(untilNanos, participation.nextDueNanos());
  }
}
