package org.lagroups.node.transport.session;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * the new link takes its place.
 */
public final class Sessions implements LinkEvents {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** A session that lasted so long was a success, and dialling starts afresh. */
  private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** How often within the idle time-out a wanted session makes itself heard. */
  private static final int KEEP_ALIVES_PER_IDLE = 3;

  private record Session(Link link, Hello hello, long upSinceMillis, long upSinceNanos) {}

  /** A link that the peer dialled, and of which it has to decide. */
  private record Undecided(Link link, Hello hello, Future<?> patience) {}

  private final EventLoop loop;
  private final NodeId self;
  private final TransportSettings settings;
  private final Predicate<NodeId> denied;
  private final TransportListener listener;
  private final Tally tally;
  private final InstantSource clock;
  private final long incarnation;
  private final Dialler dialler;
  private final Map<NodeId, Session> sessions = new TreeMap<>();
  private final Map<NodeId, Undecided> undecided = new HashMap<>();
  private final Future<?> keepAlive;
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
      Carrier carrier,
      NameLookup names) {
    this.loop = loop;
    this.self = self;
    this.settings = settings;
    this.denied = denied;
    this.listener = listener;
    this.tally = tally;
    this.clock = clock;
    this.incarnation = random.nextLong();
    this.dialler = new Dialler(loop, carrier, names, settings, random, tally, this::sayHello);
    long step = settings.timing().idleMillis() / (2 * KEEP_ALIVES_PER_IDLE);
    this.keepAlive = loop.scheduleAtFixedRate(this::keepAlive, step, step, TimeUnit.MILLISECONDS);
  }

  /** As {@link org.lagroups.node.transport.Transport#keep}. */
  public void keep(NodeId peer, List<NodeAddress> addresses) {
    if (!closed && !peer.equals(self) && !denied.test(peer)) {
      dialler.keep(peer, addresses, isUp(peer) || undecided.containsKey(peer));
    }
  }

  /** As {@link org.lagroups.node.transport.Transport#release}. */
  public void release(NodeId peer) {
    dialler.release(peer);
  }

  /** Whether a session with {@code peer} is up. */
  public boolean isUp(NodeId peer) {
    return sessions.containsKey(peer);
  }

  /** As {@link org.lagroups.node.transport.Transport#send}. */
  public boolean send(NodeId to, ProtocolId protocol, Delivery delivery, Bytes message) {
    Session session = sessions.get(to);
    if (session == null) {
      return false;
    }
    boolean taken = session.link().send(protocol, delivery, message);
    if (!taken) {
      tally.sendDropped();
    }
    return taken;
  }

  /** The sessions that are up, in the order of their peers' IDs. */
  public List<SessionInfo> list() {
    return sessions.values().stream().map(Sessions::describe).toList();
  }

  /** Closes all sessions, telling the peers. The listener hears nothing, now or later. */
  public void close() {
    closed = true;
    keepAlive.cancel(false);
    dialler.close();
    List.copyOf(undecided.keySet()).forEach(peer -> dropUndecided(peer, CloseReason.SHUTDOWN));
    sessions.values().forEach(session -> session.link().close(CloseReason.SHUTDOWN));
    sessions.clear();
  }

  @Override
  public void onHello(Link link, Hello hello) {
    if (closed) {
      link.close(CloseReason.SHUTDOWN);
    } else if (!link.dialled()) {
      onCall(link, hello);
    } else if (!dialler.isUnconfirmed(link)) {
      link.close(CloseReason.NOT_WANTED);
    } else {
      if (decidesWith(link.peer())) {
        link.confirm();
      }
      up(link, hello);
    }
  }

  @Override
  public void onConfirm(Link link) {
    Undecided confirmed = undecided.get(link.peer());
    if (!closed && confirmed != null && confirmed.link().equals(link)) {
      undecided.remove(link.peer());
      confirmed.patience().cancel(false);
      up(link, confirmed.hello());
    }
  }

  @Override
  public void onMessage(Link link, ProtocolId protocol, Bytes message) {
    if (!closed && sessionOver(link) != null) {
      listener.onMessage(link.peer(), protocol, message);
    }
  }

  @Override
  public void onClosed(Link link, String reason) {
    if (closed) {
      return;
    }
    if (sessionOver(link) != null) {
      down(link.peer(), reason);
      return;
    }
    dialler.broken(link, reason);
    Undecided waiting = undecided.get(link.peer());
    if (waiting != null && waiting.link().equals(link)) {
      dropUndecided(link.peer(), CloseReason.NOT_WANTED);
      dialler.resume(link.peer());
    }
  }

  /** A peer dialled and says hello. */
  private void onCall(Link link, Hello hello) {
    NodeId peer = link.peer();
    Session present = sessions.get(peer);
    if (isOutdated(peer, hello)) {
      link.close(CloseReason.DUPLICATE);
    } else if (present == null && isFull() && !dialler.isKept(peer)) {
      link.close(CloseReason.TOO_MANY_SESSIONS);
    } else if (decidesWith(peer)) {
      sayHello(link);
      up(link, hello);
    } else {
      waitForDecision(link, hello);
    }
  }

  /** Whether the peer has said hello on a later link. */
  private boolean isOutdated(NodeId peer, Hello hello) {
    Session present = sessions.get(peer);
    Undecided waiting = undecided.get(peer);
    return (present != null && !hello.isNewerThan(present.hello()))
        || (waiting != null && !hello.isNewerThan(waiting.hello()));
  }

  private boolean decidesWith(NodeId peer) {
    return self.compareTo(peer) < 0;
  }

  private boolean isFull() {
    return sessions.size() + undecided.size() >= settings.limits().maxSessions();
  }

  private void waitForDecision(Link link, Hello hello) {
    NodeId peer = link.peer();
    dropUndecided(peer, CloseReason.DUPLICATE);
    dialler.standBack(peer);
    Future<?> patience =
        loop.schedule(
            () -> onIndecision(link), settings.timing().dialMillis(), TimeUnit.MILLISECONDS);
    undecided.put(peer, new Undecided(link, hello, patience));
    sayHello(link);
  }

  private void onIndecision(Link link) {
    link.close(CloseReason.NOT_WANTED);
    onClosed(link, CloseReason.NOT_WANTED.explanation());
  }

  private void dropUndecided(NodeId peer, CloseReason reason) {
    Undecided dropped = undecided.remove(peer);
    if (dropped != null) {
      dropped.patience().cancel(false);
      dropped.link().close(reason);
    }
  }

  private void sayHello(Link link) {
    link.sayHello(incarnation, ++sequence);
  }

  /** The link is the session, in place of an older one if there is one. */
  private void up(Link link, Hello hello) {
    NodeId peer = link.peer();
    Session replaced = sessions.get(peer);
    if (replaced != null) {
      replaced.link().close(CloseReason.REPLACED);
      down(peer, CloseReason.REPLACED.explanation());
      if (closed) {
        link.close(CloseReason.SHUTDOWN);
        return;
      }
    }
    dropUndecided(peer, CloseReason.DUPLICATE);
    sessions.put(peer, new Session(link, hello, clock.millis(), loop.ticker().nanoTime()));
    dialler.sessionUp(link);
    link.start();
    tally.sessionOpened();
    LOG.debug("Session with {} at {} is up", peer.abbreviated(), link.address());
    listener.onSessionUp(peer, link.address(), link.dialled());
  }

  private void down(NodeId peer, String reason) {
    Session gone = sessions.remove(peer);
    if (gone != null) {
      LOG.debug("Session with {} is gone: {}", peer.abbreviated(), reason);
      if (loop.ticker().nanoTime() - gone.upSinceNanos() > STABLE_NANOS) {
        dialler.forgive(peer);
      }
      dialler.resume(peer);
      listener.onSessionDown(peer, reason);
    }
  }

  private @Nullable Session sessionOver(Link link) {
    Session session = sessions.get(link.peer());
    return session != null && session.link().equals(link) ? session : null;
  }

  private void keepAlive() {
    long quiet = settings.timing().idleMillis() / KEEP_ALIVES_PER_IDLE;
    long quietNanos = TimeUnit.MILLISECONDS.toNanos(quiet);
    for (Session session : sessions.values()) {
      if (dialler.isKept(session.link().peer()) && session.link().quietNanos() > quietNanos) {
        session.link().sendKeepAlive();
      }
    }
  }

  private static SessionInfo describe(Session session) {
    Link link = session.link();
    return new SessionInfo(
        link.peer(),
        link.address(),
        link.dialled(),
        link.carrier(),
        session.upSinceMillis(),
        link.bytesOut(),
        link.bytesIn());
  }
}
