package org.lagroups.node.transport.session;

import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.TransportListener;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.Tally;
import org.lagroups.node.transport.session.dial.Dialler;
import org.lagroups.node.transport.session.live.Established;
import org.lagroups.node.transport.session.live.SessionTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How sessions begin and end, and who is told of it. */
final class SessionLife {

  private static final Logger LOG = LoggerFactory.getLogger(SessionLife.class);

  /** A session that lasted so long was a success, and dialling starts afresh. */
  private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Ticker ticker;
  private final SessionTable sessions;
  private final Dialler dialler;
  private final Tally tally;
  private final TransportListener listener;
  private boolean isClosed;

  SessionLife(
      Ticker ticker,
      SessionTable sessions,
      Dialler dialler,
      Tally tally,
      TransportListener listener) {
    this.ticker = ticker;
    this.sessions = sessions;
    this.dialler = dialler;
    this.tally = tally;
    this.listener = listener;
  }

  /** Whether there are to be no more sessions. */
  boolean isClosed() {
    return isClosed;
  }

  /** The link is the session, in place of an older one if there is one. */
  void begin(Link link, Hello hello) {
    NodeId peer = link.peer();
    Established replaced = sessions.of(peer);
    if (replaced != null) {
      replaced.end(CloseReason.REPLACED);
      end(replaced, CloseReason.REPLACED.explanation());
      if (isClosed) {
        link.close(CloseReason.SHUTDOWN);
        return;
      }
    }
    Established present = sessions.begin(link, hello);
    dialler.sessionUp(link);
    link.start();
    present.session().flushSoon();
    tally.sessionOpened();
    tally.linkUp(link.carrier());
    LOG.debug("Session with {} at {} is up", peer.abbreviated(), present.address());
    present.companion().seek();
    listener.onSessionUp(peer, present.address(), link.dialled());
  }

  /** The session is gone; what is left of it is closed. */
  void end(Established gone, String reason) {
    NodeId peer = gone.session().peer();
    gone.end(CloseReason.NOT_WANTED);
    if (sessions.remove(gone)) {
      LOG.debug("Session with {} is gone: {}", peer.abbreviated(), reason);
      if (ticker.nanoTime() - gone.upSinceNanos() > STABLE_NANOS) {
        dialler.forgive(peer);
      }
      dialler.resume(peer);
      listener.onSessionDown(peer, reason);
    }
  }

  /** Ends all, telling the peers; the listener hears nothing. */
  void close(CloseReason reason) {
    isClosed = true;
    sessions.endAll(reason);
  }
}
