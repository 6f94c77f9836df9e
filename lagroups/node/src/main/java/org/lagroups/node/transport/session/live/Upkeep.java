package org.lagroups.node.transport.session.live;

import java.util.concurrent.TimeUnit;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.link.Link;

/** Keeps wanted sessions from falling idle, and finds those that are over. */
public final class Upkeep {

  /** How often within the idle time-out a wanted session makes itself heard. */
  private static final int SIGNS_PER_IDLE = 3;

  private final long idleMillis;

  public Upkeep(long idleMillis) {
    this.idleMillis = idleMillis;
  }

  /** How often to look at each session. */
  public long intervalMillis() {
    return Math.max(1, idleMillis / (2 * SIGNS_PER_IDLE));
  }

  /**
   * Looks at a session. QUIC tells by itself when nothing is heard; over TCP alone the peer is
   * asked for a sign of life.
   *
   * @param isWanted whether to keep it alive
   * @return false if nothing was heard for too long
   */
  public boolean tend(Session session, boolean isWanted) {
    Link quic = session.linkOver(CarrierKind.QUIC);
    if (quic != null) {
      if (isWanted && quic.quietNanos() > nanos(idleMillis / SIGNS_PER_IDLE)) {
        quic.sendKeepAlive();
      }
      return true;
    }
    Link tcp = session.linkOver(CarrierKind.TCP);
    if (tcp == null || tcp.silentNanos() > nanos(idleMillis)) {
      return false;
    }
    if (isWanted && tcp.silentNanos() > nanos(idleMillis / SIGNS_PER_IDLE)) {
      tcp.sendKeepAlive();
    }
    return true;
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
