package org.lagroups.node.transport.session;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.TransportListener;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.Tally;
import org.lagroups.node.transport.session.dial.Carriers;
import org.lagroups.node.transport.session.dial.NameLookup;

/** A node of a {@link SessionWorld}: its sessions, its carrier, and what its listener heard. */
final class SessionNode implements Carrier, TransportListener {

  private static final int PORT = 4_100;

  /** How a node's carrier meets those that dial it. */
  enum Mood {
    ANSWERS,
    REFUSES,
    IS_SILENT,
    /** The connection is made, and breaks before the hello arrives. */
    BREAKS
  }

  final List<String> heard = new ArrayList<>();
  final List<Long> dialledAt = new ArrayList<>();
  final Tally tally = new Tally();
  Mood mood = Mood.ANSWERS;
  long handshakeMillis = 10;

  /** How its TCP meets those that dial it. */
  Mood tcpMood = Mood.ANSWERS;

  /** What it sends over these is swallowed on the way, and nobody is told. */
  final Set<CarrierKind> swallowed = EnumSet.noneOf(CarrierKind.class);

  /** Long packets that it sends over TCP are swallowed, short ones pass. */
  boolean hasNarrowTcp;

  /** Its process does not run, but its system does. */
  boolean isStopped;

  /** What came while it was stopped. */
  final Map<CarrierKind, List<Runnable>> unheard = new EnumMap<>(CarrierKind.class);

  final List<Long> tcpDialledAt = new ArrayList<>();

  /** The links that came up last. */
  final Map<CarrierKind, FakeLink> links = new EnumMap<>(CarrierKind.class);

  int dialsUnderWay;

  private final SessionWorld world;
  private final int number;
  private Sessions sessions;
  private int incarnation;

  SessionNode(SessionWorld world, int number) {
    this.world = world;
    this.number = number;
    this.sessions = newSessions(TransportLimits.DEFAULT);
  }

  private Sessions newSessions(TransportLimits limits) {
    TransportSettings settings =
        TransportSettings.onPort(PORT).withTiming(TransportTiming.DEFAULT).withLimits(limits);
    return new Sessions(
        world.loop(),
        id(),
        settings,
        peer -> false,
        this,
        tally,
        () -> Instant.ofEpochMilli(world.now()),
        new Random(number + 1_000L * incarnation),
        new Carriers(this, world.hasTcp ? Map.of(CarrierKind.TCP, this::dialTcp) : Map.of()),
        new NameLookup(world.loop(), Runnable::run));
  }

  NodeId id() {
    byte[] bytes = new byte[NodeId.LENGTH];
    bytes[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(bytes));
  }

  InetSocketAddress socketAddress() {
    return new InetSocketAddress(address().host(), PORT);
  }

  NodeAddress address() {
    return new NodeAddress("10.0.0." + number, PORT);
  }

  Sessions sessions() {
    return sessions;
  }

  FakeLink session() {
    return link(CarrierKind.QUIC);
  }

  FakeLink link(CarrierKind carrier) {
    return Objects.requireNonNull(links.get(carrier));
  }

  /** What carries the session with a peer. */
  List<CarrierKind> carriers(SessionNode peer) {
    return sessions.list().stream()
        .filter(session -> session.peer().equals(peer.id()))
        .findFirst()
        .map(SessionInfo::carriers)
        .orElse(List.of());
  }

  boolean isMute(CarrierKind carrier) {
    return swallowed.contains(carrier);
  }

  /** Runs again, and hears what has come over one carrier so far. */
  void resumeOver(CarrierKind carrier) {
    isStopped = false;
    List<Runnable> late = unheard.remove(carrier);
    if (late != null) {
      late.forEach(Runnable::run);
    }
  }

  /** Runs again, and hears all that has come. */
  void resume() {
    for (CarrierKind carrier : CarrierKind.values()) {
      resumeOver(carrier);
    }
  }

  void keep(SessionNode peer) {
    sessions.keep(peer.id(), List.of(peer.address()));
  }

  boolean isUp(SessionNode peer) {
    return sessions.isUp(peer.id());
  }

  /** As if it had been killed and had started again: nobody is told. */
  void restart() {
    Sessions dead = sessions;
    links.values().forEach(FakeLink::vanish);
    incarnation++;
    sessions = newSessions(TransportLimits.DEFAULT);
    dead.close();
    heard.add("restart");
  }

  /** Other limits, before anything has happened. */
  void limit(TransportLimits limits) {
    sessions.close();
    sessions = newSessions(limits);
  }

  @Override
  public Attempt dial(InetSocketAddress address, NodeId expected, Outcome outcome) {
    dialledAt.add(world.now());
    dialsUnderWay++;
    SessionNode target = world.at(address);
    FakeAttempt attempt = new FakeAttempt();
    world.after(
        handshakeMillis,
        () -> {
          Mood met = target == null ? Mood.IS_SILENT : target.mood;
          if (!attempt.over && target != null && met != Mood.IS_SILENT) {
            attempt.end();
            meet(target, met, outcome);
          }
        });
    return attempt;
  }

  private Attempt dialTcp(InetSocketAddress address, NodeId expected, Outcome outcome) {
    tcpDialledAt.add(world.now());
    dialsUnderWay++;
    FakeAttempt attempt = new FakeAttempt();
    world.after(
        handshakeMillis,
        () -> {
          SessionNode target = world.at(address);
          if (attempt.over || target == null || target.tcpMood == Mood.IS_SILENT) {
            return;
          }
          attempt.end();
          if (target.tcpMood == Mood.ANSWERS) {
            outcome.connected(FakeLink.between(world, this, target, CarrierKind.TCP));
          } else {
            outcome.failed("refused");
          }
        });
    return attempt;
  }

  private void meet(SessionNode target, Mood met, Outcome outcome) {
    switch (met) {
      case ANSWERS -> outcome.connected(FakeLink.between(world, this, target, CarrierKind.QUIC));
      case BREAKS -> {
        FakeLink made = FakeLink.between(world, this, target, CarrierKind.QUIC);
        made.isBroken = true;
        outcome.connected(made);
        world.after(1, () -> sessions.onClosed(made, LinkEnd.broken("it broke")));
      }
      default -> outcome.failed("refused");
    }
  }

  private final class FakeAttempt implements Attempt {
    private boolean over;

    void end() {
      if (!over) {
        over = true;
        dialsUnderWay--;
      }
    }

    @Override
    public void cancel() {
      end();
    }
  }

  @Override
  public void onSessionUp(NodeId peer, NodeAddress address, boolean dialled) {
    heard.add(dialled ? "up, dialled" : "up, called");
  }

  @Override
  public void onMessage(NodeId from, ProtocolId protocol, Bytes message) {
    heard.add("message");
  }

  @Override
  public void onSessionInDoubt(NodeId peer) {
    heard.add("in doubt");
  }

  @Override
  public void onSessionDown(NodeId peer, String reason) {
    heard.add("down: " + reason);
  }
}
