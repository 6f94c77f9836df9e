package org.lagroups.node.transport.session.live;

import io.netty.channel.EventLoop;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.session.dial.Addresses;
import org.lagroups.node.transport.session.dial.Carriers;

/** The sessions that are up, in the order of their peers' IDs. */
public final class SessionTable {

  private final EventLoop loop;
  private final TransportSettings settings;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Carriers carriers;
  private final LongSupplier numbers;
  private final BiConsumer<Link, LinkEnd> onLeft;
  private final Map<NodeId, Established> sessions = new TreeMap<>();

  /**
   * Without sessions.
   *
   * @param numbers grow, for whatever needs one
   * @param onLeft hears of links that have gone silent and were closed
   */
  public SessionTable(
      EventLoop loop,
      TransportSettings settings,
      InstantSource clock,
      RandomGenerator random,
      Carriers carriers,
      LongSupplier numbers,
      BiConsumer<Link, LinkEnd> onLeft) {
    this.loop = loop;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.carriers = carriers;
    this.numbers = numbers;
    this.onLeft = onLeft;
  }

  public int size() {
    return sessions.size();
  }

  /** The session with a peer; null if none is up. */
  public @Nullable Established of(NodeId peer) {
    return sessions.get(peer);
  }

  /** The session that a link belongs to; null if there is none. */
  public @Nullable Established over(Link link) {
    Established present = sessions.get(link.peer());
    return present != null && present.session().has(link) ? present : null;
  }

  /** As they are now. */
  public List<Established> all() {
    return List.copyOf(sessions.values());
  }

  public List<SessionInfo> describe() {
    return sessions.values().stream().map(Established::describe).toList();
  }

  /** A session begins over a link, on which both sides have said hello. */
  public Established begin(Link link, Hello hello) {
    Hello own = link.said();
    if (own == null) {
      throw new IllegalStateException("a session without a hello of this side");
    }
    Session session = new Session(loop, link, hello, settings.limits(), onLeft);
    TransportTiming timing = settings.timing();
    Companion companion =
        new Companion(
            loop,
            session,
            own,
            link.remote(),
            link.dialled() ? carriers.each() : Map.of(),
            timing,
            Companion.backOff(timing, random),
            numbers);
    Established begun =
        new Established(
            session,
            companion,
            Addresses.of(link.remote()),
            link.dialled(),
            clock.millis(),
            loop.ticker().nanoTime());
    sessions.put(link.peer(), begun);
    return begun;
  }

  /** Takes a session out; false if it was not in it any more. */
  public boolean remove(Established gone) {
    return sessions.remove(gone.session().peer(), gone);
  }

  /** Ends all, telling the peers. */
  public void endAll(CloseReason reason) {
    sessions.values().forEach(present -> present.end(reason));
    sessions.clear();
  }
}
