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
 * <p>When two nodes dial each other at the same time, the link that the node with the smaller ID
 * dialled is kept: that node holds the other's link back until its own dial has ended, and the
 * other gives its own dial up as soon as it is called. A link counts as a session only when both
 * have said hello on it, so nobody sees the other link come or go. A hello newer than that of the
 * present session tells that the peer has lost it (it was restarted, say): the new link takes its
 * place.
 */
public final class Sessions implements LinkEvents {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** The longest that an incoming link waits for this node's own dial to end. */
  private static final long MAX_HOLD_MILLIS = 500;

  /** A session that lasted so long was a success, and dialling starts afresh. */
  private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** How often within the idle time-out a wanted session makes itself heard. */
  private static final int KEEP_ALIVES_PER_IDLE = 3;

  private record Session(Link link, Hello hello, long upSinceMillis, long upSinceNanos) {}

  private record Held(Link link, Hello hello, Future<?> end) {}

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
  private final Map<NodeId, Held> held = new HashMap<>();
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
      dialler.keep(peer, addresses, isUp(peer));
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
    held.values().forEach(waiting -> waiting.end().cancel(false));
    held.values().forEach(waiting -> waiting.link().close(CloseReason.SHUTDOWN));
    held.clear();
    sessions.values().forEach(session -> session.link().close(CloseReason.SHUTDOWN));
    sessions.clear();
  }

  @Override
  public void onHello(Link link, Hello hello) {
    if (closed) {
      link.close(CloseReason.SHUTDOWN);
    } else if (!link.dialled()) {
      onCall(link, hello);
    } else if (dialler.isUnconfirmed(link)) {
      up(link, hello);
    } else {
      link.close(CloseReason.NOT_WANTED);
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
    Held waiting = held.get(link.peer());
    if (waiting != null && waiting.link().equals(link)) {
      held.remove(link.peer());
      waiting.end().cancel(false);
    }
    dialler.broken(link, reason);
  }

  /** An authenticated peer asks for a session. */
  private void onCall(Link link, Hello hello) {
    NodeId peer = link.peer();
    Session present = sessions.get(peer);
    if (present != null && !hello.isNewerThan(present.hello())) {
      link.close(CloseReason.DUPLICATE);
    } else if (present == null && isFull() && !dialler.isKept(peer)) {
      link.close(CloseReason.TOO_MANY_SESSIONS);
    } else if (dialler.isDialling(peer) && self.compareTo(peer) < 0) {
      hold(link, hello);
    } else {
      accept(link, hello);
    }
  }

  private boolean isFull() {
    return sessions.size() >= settings.limits().maxSessions();
  }

  private void accept(Link link, Hello hello) {
    Session replaced = sessions.get(link.peer());
    if (replaced != null) {
      replaced.link().close(CloseReason.REPLACED);
      down(link.peer(), CloseReason.REPLACED.explanation());
    }
    if (closed) {
      link.close(CloseReason.SHUTDOWN);
      return;
    }
    sayHello(link);
    up(link, hello);
  }

  private void hold(Link link, Hello hello) {
    Held earlier = held.remove(link.peer());
    if (earlier != null) {
      earlier.end().cancel(false);
      earlier.link().close(CloseReason.DUPLICATE);
    }
    Future<?> end =
        loop.schedule(() -> endHold(link.peer()), MAX_HOLD_MILLIS, TimeUnit.MILLISECONDS);
    held.put(link.peer(), new Held(link, hello, end));
  }

  private void endHold(NodeId peer) {
    Held waiting = held.remove(peer);
    if (waiting != null && !closed) {
      waiting.end().cancel(false);
      accept(waiting.link(), waiting.hello());
    }
  }

  private void sayHello(Link link) {
    link.open(incarnation, ++sequence);
  }

  private void up(Link link, Hello hello) {
    NodeId peer = link.peer();
    sessions.put(peer, new Session(link, hello, clock.millis(), System.nanoTime()));
    tally.sessionOpened();
    dialler.sessionUp(link);
    Held waiting = held.remove(peer);
    if (waiting != null) {
      waiting.end().cancel(false);
      waiting.link().close(CloseReason.DUPLICATE);
    }
    LOG.debug("Session with {} at {} is up", peer.abbreviated(), link.address());
    listener.onSessionUp(peer, link.address(), link.dialled());
  }

  private void down(NodeId peer, String reason) {
    Session gone = sessions.remove(peer);
    if (gone != null) {
      LOG.debug("Session with {} is gone: {}", peer.abbreviated(), reason);
      dialler.sessionDown(peer, System.nanoTime() - gone.upSinceNanos() > STABLE_NANOS);
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
