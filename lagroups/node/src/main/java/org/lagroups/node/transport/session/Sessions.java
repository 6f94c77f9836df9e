package org.lagroups.node.transport.session;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.TransportListener;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.lane.Lane;
import org.lagroups.node.transport.lane.LaneMessage;
import org.lagroups.node.transport.link.Attachment;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.LinkEnd.Sign;
import org.lagroups.node.transport.link.LinkEvents;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.link.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of a node: at most one with each peer.
 *
 * <p>Of two nodes, the one with the smaller ID decides which link becomes the session, so that
 * simultaneous dials never lead to two sessions or to none, however slow the network is:
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
 * the new link takes its place. Further links join a session by an attachment, which names the
 * hello with which the session began.
 */
public final class Sessions implements LinkEvents {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** A session that lasted so long was a success, and dialling starts afresh. */
  private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final EventLoop loop;
  private final NodeId self;
  private final TransportSettings settings;
  private final Predicate<NodeId> denied;
  private final TransportListener listener;
  private final Tally tally;
  private final long incarnation;
  private final Dialler dialler;
  private final SessionTable sessions;
  private final Undecided undecided;
  private final Upkeep upkeep;
  private final Future<?> tending;
  private long sequence;
  private boolean closed;

  /**
   * No sessions yet.
   *
   * @param denied the peers with which no session is wanted, whoever dials
   * @param random unpredictable
   */
  public Sessions(
      EventLoop loop,
      NodeId self,
      TransportSettings settings,
      Predicate<NodeId> denied,
      TransportListener listener,
      Tally tally,
      InstantSource clock,
      RandomGenerator random,
      Carriers carriers,
      NameLookup names) {
    this.loop = loop;
    this.self = self;
    this.settings = settings;
    this.denied = denied;
    this.listener = listener;
    this.tally = tally;
    this.incarnation = random.nextLong();
    this.dialler = new Dialler(loop, carriers.first(), names, settings, random, tally, this::greet);
    this.sessions = new SessionTable(loop, settings, clock, random, carriers, () -> ++sequence);
    this.undecided = new Undecided(loop, settings.timing().dialMillis(), this::onIndecision);
    this.upkeep = new Upkeep(settings.timing().idleMillis());
    long step = upkeep.intervalMillis();
    this.tending = loop.scheduleAtFixedRate(this::tend, step, step, TimeUnit.MILLISECONDS);
  }

  /** As {@link org.lagroups.node.transport.Transport#keep}. */
  public void keep(NodeId peer, List<NodeAddress> addresses) {
    if (!closed && !peer.equals(self) && !denied.test(peer)) {
      dialler.keep(peer, addresses, isUp(peer) || undecided.of(peer) != null);
    }
  }

  /** As {@link org.lagroups.node.transport.Transport#release}. */
  public void release(NodeId peer) {
    dialler.release(peer);
  }

  /** Whether a session with {@code peer} is up. */
  public boolean isUp(NodeId peer) {
    return sessions.of(peer) != null;
  }

  /** As {@link org.lagroups.node.transport.Transport#send}. */
  public boolean send(NodeId to, ProtocolId protocol, Delivery delivery, Bytes message) {
    Established present = sessions.of(to);
    if (present == null) {
      return false;
    }
    boolean taken = present.session().send(protocol, delivery, message);
    if (!taken) {
      tally.sendDropped();
    }
    return taken;
  }

  /** The sessions that are up, in the order of their peers' IDs. */
  public List<SessionInfo> list() {
    return sessions.describe();
  }

  /** Closes all sessions, telling the peers. The listener hears nothing, now or later. */
  public void close() {
    closed = true;
    tending.cancel(false);
    dialler.close();
    undecided.dropAll(CloseReason.SHUTDOWN);
    sessions.endAll(CloseReason.SHUTDOWN);
  }

  @Override
  public void onSaid(Link link, SessionMessage message) {
    if (closed) {
      link.close(CloseReason.SHUTDOWN);
      return;
    }
    switch (message) {
      case SessionMessage.Greeting(Hello hello) -> onHello(link, hello);
      case SessionMessage.Confirmation() -> onConfirm(link);
      case SessionMessage.Attaching(Attachment attachment) -> onAttachment(link, attachment);
      case SessionMessage.OfLanes(LaneMessage lanes) -> onLanes(link, lanes);
      case SessionMessage.Gone gone -> onGone(link, gone);
      case SessionMessage.Ping() -> {
        link.say(new SessionMessage.Pong());
        link.flush();
      }
      case SessionMessage.Pong(),
          SessionMessage.Unknown(),
          SessionMessage.Farewell(int _),
          SessionMessage.Malformed() -> {}
    }
  }

  @Override
  public void onMessage(Link link, Lane lane, int protocol, Bytes message) {
    Established present = establishedOver(link);
    if (present != null && present.session().take(link, lane, message.length())) {
      listener.onMessage(link.peer(), new ProtocolId(protocol), message);
    }
  }

  @Override
  public void onDatagram(Link link, int protocol, Bytes message) {
    Established present = establishedOver(link);
    if (present != null) {
      present.session().tookDatagram(message.length());
      listener.onMessage(link.peer(), new ProtocolId(protocol), message);
    }
  }

  @Override
  public void onWritable(Link link) {
    Established present = establishedOver(link);
    if (present != null) {
      present.session().flushSoon();
    }
  }

  @Override
  public void onClosed(Link link, LinkEnd end) {
    if (closed) {
      return;
    }
    Established present = sessions.of(link.peer());
    if (present != null && present.session().has(link)) {
      onLinkLost(present, link, end);
    } else if (present != null && present.companion().onClosed(link)) {
      if (end.sign() == Sign.LOST) {
        down(present, end.reason());
      }
    } else {
      dialler.broken(link, end.reason());
      if (undecided.contains(link)) {
        undecided.drop(link.peer(), CloseReason.NOT_WANTED);
        dialler.resume(link.peer());
      }
    }
  }

  private void onHello(Link link, Hello hello) {
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

  /** A peer dialled and says hello. */
  private void onCall(Link link, Hello hello) {
    NodeId peer = link.peer();
    if (isOutdated(peer, hello)) {
      link.close(CloseReason.DUPLICATE);
    } else if (!isUp(peer) && isFull() && !dialler.isKept(peer)) {
      link.close(CloseReason.TOO_MANY_SESSIONS);
    } else if (decidesWith(peer)) {
      greet(link);
      up(link, hello);
    } else {
      undecided.drop(peer, CloseReason.DUPLICATE);
      dialler.standBack(peer);
      undecided.put(link, hello);
      greet(link);
    }
  }

  private void onConfirm(Link link) {
    if (undecided.contains(link)) {
      decided(link.peer());
    }
  }

  /** The peer has chosen the link that it dialled. */
  private void decided(NodeId peer) {
    Undecided.Call chosen = undecided.take(peer);
    if (chosen != null) {
      up(chosen.link(), chosen.hello());
    }
  }

  private void onAttachment(Link link, Attachment attachment) {
    NodeId peer = link.peer();
    Undecided.Call waiting = undecided.of(peer);
    if (!link.dialled() && waiting != null && attachment.isOf(waiting.hello())) {
      // It overtook the confirmation, on another link.
      decided(peer);
    }
    Established present = sessions.of(peer);
    if (link.dialled()) {
      if (present != null && present.companion().onAnswer(link, attachment)) {
        present.session().add(link, attachment.number());
        tally.linkUp(link.carrier());
      } else {
        link.close(CloseReason.NOT_WANTED);
      }
    } else if (present == null
        || present.dialled()
        || !attachment.isOf(present.session().hello())) {
      link.close(CloseReason.UNKNOWN_SESSION);
    } else {
      link.say(
          new SessionMessage.Attaching(
              new Attachment(
                  attachment.incarnation(),
                  attachment.sequence(),
                  attachment.number(),
                  link.resetToken())));
      present.session().add(link, attachment.number());
      tally.linkUp(link.carrier());
    }
  }

  private void onLanes(Link link, LaneMessage message) {
    Established present = establishedOver(link);
    if (present != null && !present.session().onSaid(link, message)) {
      tally.messageRefused();
      present.end(CloseReason.MALFORMED);
      down(present, "the peer asked for what it was never sent");
    }
  }

  /** The peer has lost a link of the session, which may not be known here yet. */
  private void onGone(Link link, SessionMessage.Gone gone) {
    Established present = establishedOver(link);
    Link lost = present == null ? null : present.session().linkOf(gone);
    if (present != null && lost != null && !lost.equals(link)) {
      lost.close(CloseReason.GIVEN_UP);
      onLinkLost(present, lost, new LinkEnd(Sign.CLOSED, "the peer has lost a connection"));
    }
  }

  private void onLinkLost(Established present, Link link, LinkEnd end) {
    tally.linkLost(link.carrier());
    NodeId peer = link.peer();
    boolean isOver = end.sign() == Sign.FAREWELL || end.sign() == Sign.LOST;
    if (!present.session().remove(link) || isOver) {
      down(present, end.reason());
      return;
    }
    LOG.debug("{} with {} is gone: {}", link.carrier(), peer.abbreviated(), end.reason());
    present.companion().onLost();
    if (end.sign() == Sign.BROKEN) {
      listener.onSessionInDoubt(peer);
    }
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
    return sessions.size() + undecided.size() >= settings.limits().maxSessions();
  }

  private void onIndecision(Link link) {
    link.close(CloseReason.NOT_WANTED);
    onClosed(link, LinkEnd.said(CloseReason.NOT_WANTED));
  }

  private void greet(Link link) {
    link.say(new SessionMessage.Greeting(new Hello(incarnation, ++sequence, link.resetToken())));
    link.flush();
  }

  /** The link is the session, in place of an older one if there is one. */
  private void up(Link link, Hello hello) {
    NodeId peer = link.peer();
    Established replaced = sessions.of(peer);
    if (replaced != null) {
      replaced.end(CloseReason.REPLACED);
      down(replaced, CloseReason.REPLACED.explanation());
      if (closed) {
        link.close(CloseReason.SHUTDOWN);
        return;
      }
    }
    undecided.drop(peer, CloseReason.DUPLICATE);
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
  private void down(Established gone, String reason) {
    NodeId peer = gone.session().peer();
    gone.end(CloseReason.NOT_WANTED);
    if (sessions.remove(gone)) {
      LOG.debug("Session with {} is gone: {}", peer.abbreviated(), reason);
      if (loop.ticker().nanoTime() - gone.upSinceNanos() > STABLE_NANOS) {
        dialler.forgive(peer);
      }
      dialler.resume(peer);
      listener.onSessionDown(peer, reason);
    }
  }

  private @Nullable Established establishedOver(Link link) {
    return closed ? null : sessions.over(link);
  }

  private void tend() {
    for (Established present : sessions.all()) {
      if (!closed
          && !present.session().isOver()
          && !upkeep.tend(present.session(), dialler.isKept(present.session().peer()))) {
        down(present, LinkEnd.silent(settings.timing().idleMillis()).reason());
      }
    }
  }
}
