package org.lagroups.node.transport.session.live;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.SignsOfLife;

/**
 * Finds that a link of a session has gone silent while another works, and leaves it for that one.
 *
 * <p>Silence is a proof only beside a sign of life: a link on which nothing is answered is left
 * once the peer's process has lately answered on another one, and is asked for that in time. Where
 * nothing is answered anywhere, the peer or the whole path may be out for a while, and every link
 * stays. A peer that was out answers on one link a moment before the other; so the proof has to
 * hold twice.
 */
final class SilenceWatch {

  /** Shorter silence is no proof: a peer may be busy, or a packet be lost and sent again. */
  static final long MIN_PATIENCE_MILLIS = 1_000;

  /** The same on long paths: time for an answer, and for what is lost to be sent again twice. */
  static final int PATIENCE_ROUND_TRIPS = 8;

  /** While an answer is due. */
  static final long LOOK_MILLIS = 250;

  private final EventLoop loop;
  private final Session session;
  private final BiConsumer<Link, LinkEnd> onLeft;
  private @Nullable Link suspect;
  private boolean isWatching;

  /**
   * Watches once something is sent.
   *
   * @param onLeft hears of a link that was left and is closed
   */
  SilenceWatch(EventLoop loop, Session session, BiConsumer<Link, LinkEnd> onLeft) {
    this.loop = loop;
    this.session = session;
    this.onLeft = onLeft;
  }

  /** Something may have been sent. */
  void watch() {
    if (!isWatching && session.hasSpareLink()) {
      isWatching = true;
      var _ = loop.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    isWatching = false;
    if (session.isOver() || !session.hasSpareLink()) {
      return;
    }
    List<Link> links = session.links();
    Link suspectedBefore = suspect;
    suspect = null;
    boolean isAnswerDue = false;
    for (Link link : links) {
      SignsOfLife signs = link.signsOfLife();
      isAnswerDue |= signs.unansweredNanos() > 0;
      if (isSilent(signs, link, links)) {
        if (link.equals(suspectedBefore)) {
          leave(link, signs);
          return;
        }
        suspect = link;
      }
    }
    if (isAnswerDue) {
      watch();
    }
  }

  private void leave(Link link, SignsOfLife signs) {
    link.close(CloseReason.GIVEN_UP);
    onLeft.accept(link, LinkEnd.silent(TimeUnit.NANOSECONDS.toMillis(signs.unansweredNanos())));
  }

  /** Whether a link is silent while another is not, which is asked in time. */
  private static boolean isSilent(SignsOfLife signs, Link link, List<Link> links) {
    long patience =
        Math.max(
            TimeUnit.MILLISECONDS.toNanos(MIN_PATIENCE_MILLIS),
            PATIENCE_ROUND_TRIPS * signs.roundTripNanos());
    if (signs.unansweredNanos() < patience / 2) {
      return false;
    }
    boolean isOtherAlive = false;
    for (Link other : links) {
      if (!other.equals(link)) {
        if (other.signsOfLife().silentNanos() < patience / 2) {
          isOtherAlive = true;
        } else {
          other.sendKeepAlive();
        }
      }
    }
    return isOtherAlive && signs.unansweredNanos() >= patience;
  }
}
