package org.lagroups.node.transport.session;

import io.netty.channel.EventLoop;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.link.Attachment;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.session.dial.Dialler;
import org.lagroups.node.transport.session.live.Established;
import org.lagroups.node.transport.session.live.SessionTable;

/**
 * Which link becomes the session.
 *
 * <p>Of two nodes, the one with the smaller ID decides, so that simultaneous dials never lead to
 * two sessions or to none, however slow the network is:
 *
 * <ul>
 *   <li>whoever dialled says hello first;
 *   <li>a deciding node that is called takes the first link that says hello, says hello itself, and
 *       gives up its own dial: its hello is the decision;
 *   <li>a deciding node that dialled confirms the link when the called node has said hello;
 *   <li>the other node takes what was decided, and meanwhile begins no dial of its own.
 * </ul>
 *
 * A link of which the decision is not known does not count, so nobody sees it come or go. A hello
 * newer than that of the present session tells that the peer has lost it (it was restarted, say):
 * the new link takes its place.
 */
final class Greetings {

  private final NodeId self;
  private final int maxSessions;
  private final Hellos hellos;
  private final Dialler dialler;
  private final SessionTable sessions;
  private final SessionLife life;
  private final Undecided undecided;

  /** Nobody has been greeted. */
  Greetings(
      EventLoop loop,
      NodeId self,
      TransportSettings settings,
      Hellos hellos,
      Dialler dialler,
      SessionTable sessions,
      SessionLife life) {
    this.self = self;
    this.maxSessions = settings.limits().maxSessions();
    this.hellos = hellos;
    this.dialler = dialler;
    this.sessions = sessions;
    this.life = life;
    this.undecided = new Undecided(loop, settings.timing().dialMillis(), this::onIndecision);
  }

  /** Whether a decision of the peer is due. */
  boolean isUndecided(NodeId peer) {
    return undecided.of(peer) != null;
  }

  void onHello(Link link, Hello hello) {
    if (!link.dialled()) {
      onCall(link, hello);
    } else if (!dialler.isUnconfirmed(link)) {
      link.close(CloseReason.NOT_WANTED);
    } else {
      if (decidesWith(link.peer())) {
        link.say(new SessionMessage.Confirmation());
      }
      up(link, hello);
    }
  }

  void onConfirmation(Link link) {
    if (undecided.contains(link)) {
      decided(link.peer());
    }
  }

  /** A link is to join a session; that may overtake the confirmation, on another link. */
  void onAttachment(Link link, Attachment attachment) {
    NodeId peer = link.peer();
    Undecided.Call waiting = undecided.of(peer);
    if (!link.dialled() && waiting != null && attachment.isOf(waiting.hello())) {
      decided(peer);
    }
  }

  /** A link is gone that belongs to no session. */
  void onClosed(Link link, LinkEnd end) {
    dialler.broken(link, end.reason());
    if (undecided.contains(link)) {
      undecided.drop(link.peer(), CloseReason.NOT_WANTED);
      dialler.resume(link.peer());
    }
  }

  /** Closes all links of which the decision is due. */
  void dropAll(CloseReason reason) {
    undecided.dropAll(reason);
  }

  /** A peer dialled and says hello. */
  private void onCall(Link link, Hello hello) {
    NodeId peer = link.peer();
    if (isOutdated(peer, hello)) {
      link.close(CloseReason.DUPLICATE);
    } else if (sessions.of(peer) == null && isFull() && !dialler.isKept(peer)) {
      link.close(CloseReason.TOO_MANY_SESSIONS);
    } else if (decidesWith(peer)) {
      hellos.say(link);
      up(link, hello);
    } else {
      undecided.drop(peer, CloseReason.DUPLICATE);
      dialler.standBack(peer);
      undecided.put(link, hello);
      hellos.say(link);
    }
  }

  /** The peer has chosen the link that it dialled. */
  private void decided(NodeId peer) {
    Undecided.Call chosen = undecided.take(peer);
    if (chosen != null) {
      up(chosen.link(), chosen.hello());
    }
  }

  private void up(Link link, Hello hello) {
    undecided.drop(link.peer(), CloseReason.DUPLICATE);
    life.begin(link, hello);
  }

  private void onIndecision(Link link) {
    link.close(CloseReason.NOT_WANTED);
    onClosed(link, LinkEnd.said(CloseReason.NOT_WANTED));
  }

  /** Whether the peer has said hello on a later link. */
  private boolean isOutdated(NodeId peer, Hello hello) {
    Established present = sessions.of(peer);
    Undecided.Call waiting = undecided.of(peer);
    return (present != null && !hello.isNewerThan(present.session().hello()))
        || (waiting != null && !hello.isNewerThan(waiting.hello()));
  }

  private boolean decidesWith(NodeId peer) {
    return self.compareTo(peer) < 0;
  }

  private boolean isFull() {
    return sessions.size() + undecided.size() >= maxSessions;
  }
}
