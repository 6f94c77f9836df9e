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
import org.lagroups.node.transport.link.LinkEvents;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.link.Tally;
import org.lagroups.node.transport.session.dial.Carriers;
import org.lagroups.node.transport.session.dial.Dialler;
import org.lagroups.node.transport.session.dial.NameLookup;
import org.lagroups.node.transport.session.live.Established;
import org.lagroups.node.transport.session.live.SessionTable;
import org.lagroups.node.transport.session.live.Upkeep;

/** The sessions of a node: at most one with each peer. */
public final class Sessions implements LinkEvents {

  private final NodeId self;
  private final TransportSettings settings;
  private final Predicate<NodeId> denied;
  private final TransportListener listener;
  private final Tally tally;
  private final Dialler dialler;
  private final SessionTable sessions;
  private final SessionLife life;
  private final Greetings greetings;
  private final Members members;
  private final Upkeep upkeep;
  private final Future<?> tending;

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
    this.self = self;
    this.settings = settings;
    this.denied = denied;
    this.listener = listener;
    this.tally = tally;
    Hellos hellos = new Hellos(random.nextLong());
    this.dialler = new Dialler(loop, carriers.first(), names, settings, random, tally, hellos::say);
    this.sessions =
        new SessionTable(
            loop, settings, clock, random, carriers, hellos::nextNumber, this::onClosed);
    this.life = new SessionLife(loop.ticker(), sessions, dialler, tally, listener);
    this.greetings = new Greetings(loop, self, settings, hellos, dialler, sessions, life);
    this.members = new Members(life, tally, listener);
    this.upkeep = new Upkeep(settings.timing().idleMillis());
    long step = upkeep.intervalMillis();
    this.tending = loop.scheduleAtFixedRate(this::tend, step, step, TimeUnit.MILLISECONDS);
  }

  /** As {@link org.lagroups.node.transport.Transport#keep}. */
  public void keep(NodeId peer, List<NodeAddress> addresses) {
    if (!life.isClosed() && !peer.equals(self) && !denied.test(peer)) {
      dialler.keep(peer, addresses, isUp(peer) || greetings.isUndecided(peer));
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
    tending.cancel(false);
    life.close(CloseReason.SHUTDOWN);
    dialler.close();
    greetings.dropAll(CloseReason.SHUTDOWN);
  }

  @Override
  public void onSaid(Link link, SessionMessage message) {
    if (life.isClosed()) {
      link.close(CloseReason.SHUTDOWN);
      return;
    }
    switch (message) {
      case SessionMessage.Greeting(Hello hello) -> greetings.onHello(link, hello);
      case SessionMessage.Confirmation() -> greetings.onConfirmation(link);
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
    if (life.isClosed()) {
      return;
    }
    Established present = sessions.of(link.peer());
    if (present == null || !members.onClosed(present, link, end)) {
      greetings.onClosed(link, end);
    }
  }

  private void onAttachment(Link link, Attachment attachment) {
    greetings.onAttachment(link, attachment);
    Established present = sessions.of(link.peer());
    if (present == null) {
      link.close(link.dialled() ? CloseReason.NOT_WANTED : CloseReason.UNKNOWN_SESSION);
    } else if (link.dialled()) {
      members.onAnswer(present, link, attachment);
    } else {
      members.onRequest(present, link, attachment);
    }
  }

  private void onLanes(Link link, LaneMessage message) {
    Established present = establishedOver(link);
    if (present != null && !present.session().onSaid(link, message)) {
      tally.messageRefused();
      present.end(CloseReason.MALFORMED);
      life.end(present, "the peer asked for what it was never sent");
    }
  }

  private void onGone(Link link, SessionMessage.Gone gone) {
    Established present = establishedOver(link);
    if (present != null) {
      members.onGone(present, link, gone);
    }
  }

  private @Nullable Established establishedOver(Link link) {
    return life.isClosed() ? null : sessions.over(link);
  }

  private void tend() {
    for (Established present : sessions.all()) {
      if (!life.isClosed()
          && !present.session().isOver()
          && !upkeep.tend(present.session(), dialler.isKept(present.session().peer()))) {
        life.end(present, LinkEnd.silent(settings.timing().idleMillis()).reason());
      }
    }
  }
}
