package org.lagroups.node.transport.session;

import org.lagroups.node.transport.TransportListener;
import org.lagroups.node.transport.link.Attachment;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.LinkEnd.Sign;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.link.Tally;
import org.lagroups.node.transport.session.live.Established;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The links of sessions that are up: how further ones join, by an attachment that names the hello
 * with which the session began, and what becomes of the session when one is lost.
 */
final class Members {

  private static final Logger LOG = LoggerFactory.getLogger(Members.class);

  private final SessionLife life;
  private final Tally tally;
  private final TransportListener listener;

  Members(SessionLife life, Tally tally, TransportListener listener) {
    this.life = life;
    this.tally = tally;
    this.listener = listener;
  }

  /** This side dialled a link for the session, and the peer answers. */
  void onAnswer(Established present, Link link, Attachment answer) {
    if (present.companion().onAnswer(link, answer)) {
      join(present, link, answer);
    } else {
      link.close(CloseReason.NOT_WANTED);
    }
  }

  /** The peer dialled a link for the session. */
  void onRequest(Established present, Link link, Attachment request) {
    if (present.dialled() || !request.isOf(present.session().hello())) {
      link.close(CloseReason.UNKNOWN_SESSION);
    } else {
      link.say(new SessionMessage.Attaching(request.answeredWith(link.resetToken())));
      join(present, link, request);
    }
  }

  /** The peer has lost a link of the session, which may not be known here yet. */
  void onGone(Established present, Link saidOn, SessionMessage.Gone gone) {
    Link lost = present.session().linkOf(gone);
    if (lost != null && !lost.equals(saidOn)) {
      lost.close(CloseReason.GIVEN_UP);
      lose(present, lost, new LinkEnd(Sign.CLOSED, "the peer has lost a connection"));
    }
  }

  /** A link is gone; whether it had to do with the session. */
  boolean onClosed(Established present, Link link, LinkEnd end) {
    if (present.session().has(link)) {
      lose(present, link, end);
      return true;
    }
    if (!present.companion().onClosed(link)) {
      return false;
    }
    if (end.sign() == Sign.LOST) {
      life.end(present, end.reason());
    }
    return true;
  }

  private void join(Established present, Link link, Attachment attachment) {
    present.session().add(link, attachment.number());
    tally.linkUp(link.carrier());
  }

  private void lose(Established present, Link link, LinkEnd end) {
    tally.linkLost(link.carrier());
    boolean isOver = end.sign() == Sign.FAREWELL || end.sign() == Sign.LOST;
    if (!present.session().remove(link) || isOver) {
      life.end(present, end.reason());
      return;
    }
    LOG.debug("{} with {} is gone: {}", link.carrier(), link.peer().abbreviated(), end.reason());
    present.companion().onLost(end);
    if (end.sign() == Sign.BROKEN) {
      listener.onSessionInDoubt(link.peer());
    }
  }
}
