package org.lagroups.node.transport.session.live;

import org.lagroups.machine.NodeAddress;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Link;

/**
 * A session that is up.
 *
 * @param address where the peer was when it began
 * @param dialled whether this side dialled its first link
 */
public record Established(
    Session session,
    Companion companion,
    NodeAddress address,
    boolean dialled,
    long upSinceMillis,
    long upSinceNanos) {

  /** Ends it; the peer is told on every link. */
  public void end(CloseReason reason) {
    companion.stop();
    session.close(reason);
  }

  SessionInfo describe() {
    return new SessionInfo(
        session.peer(),
        address,
        dialled,
        session.links().stream().map(Link::carrier).toList(),
        upSinceMillis,
        session.bytesOut(),
        session.bytesIn());
  }
}
