package org.lagroups.simnet.link;

import org.lagroups.machine.Delivery;
import org.lagroups.simnet.engine.Deadline;
import org.lagroups.simnet.engine.Engine;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.net.Network;
import org.lagroups.simnet.trace.TraceKind;
import org.lagroups.simnet.trace.Why;

/**
 * One of the two ends of a session. Each goes down on its own, as no node can know what the other
 * one knows.
 */
final class End {

  private enum State {
    PENDING,
    OPEN,
    GONE
  }

  private final Peering peering;
  private final Fabric fabric;
  private final Lane datagrams = new Lane(this, Delivery.DATAGRAM);
  private final Lane ordered = new Lane(this, Delivery.ORDERED);
  private final Lane bulk = new Lane(this, Delivery.BULK);
  private final Deadline death;
  private final int index;
  private final int peerIndex;
  private State state = State.PENDING;
  private End other;

  private long pathVersion = -1;
  private boolean isCut;
  private long latencyNanos;
  private Conditions conditions = Conditions.PERFECT;

  /** A new session; returns the end of {@code mine}. */
  static End pair(Peering mine, Peering theirs) {
    End end = new End(mine, theirs);
    end.other = new End(theirs, mine);
    end.other.other = end;
    return end;
  }

  private End(Peering peering, Peering theirs) {
    this.peering = peering;
    this.fabric = peering.owner().fabric;
    this.index = peering.owner().index();
    this.peerIndex = theirs.owner().index();
    this.death = new Deadline(fabric.engine, () -> goDownOnceAwake(Why.IDLE));
    this.other = this;
  }

  Peering peering() {
    return peering;
  }

  Station station() {
    return peering.owner();
  }

  End other() {
    return other;
  }

  int index() {
    return index;
  }

  int peerIndex() {
    return peerIndex;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  Lane lane(Delivery delivery) {
    return switch (delivery) {
      case DATAGRAM -> datagrams;
      case ORDERED -> ordered;
      case BULK -> bulk;
    };
  }

  /** Whether what this end sends is cut off. */
  boolean isCut() {
    refreshPath();
    return isCut;
  }

  long latencyNanos() {
    refreshPath();
    return latencyNanos;
  }

  Conditions conditions() {
    refreshPath();
    return conditions;
  }

  /** The link is up at this end. */
  void open() {
    state = State.OPEN;
    trace(TraceKind.UP, Why.NONE);
    considerDeath();
    LinkListener listener = station().listener();
    if (listener != null) {
      listener.linkUp(peering.peer());
    }
  }

  /** Opens when the last message of the handshake arrives, or the first one after it. */
  void awaitLastHandshakeMessage() {
    if (other.isCut()) {
      vanish();
    } else {
      fabric.engine.after(other.latencyNanos(), () -> station().happen(this::acceptIfPending));
    }
  }

  void acceptIfPending() {
    if (state == State.PENDING) {
      peering.accept(this);
    }
  }

  /** The link is down at this end; the other end will notice in its own time. */
  void goDown(Why why) {
    if (state == State.GONE) {
      return;
    }
    boolean wasOpen = state == State.OPEN;
    bury();
    if (wasOpen) {
      trace(TraceKind.DOWN, why);
    }
    peering.lost(this);
    other.considerDeath();
  }

  private void goDownOnceAwake(Why why) {
    station().happen(() -> goDown(why));
  }

  /** Ends without a word to anyone. */
  void vanish() {
    if (state != State.GONE) {
      bury();
      peering.lost(this);
      other.considerDeath();
    }
  }

  /** Ends because the node ends. */
  void abandon(Parting parting) {
    bury();
    switch (parting) {
      case FAREWELL -> tellOther(Why.CLOSED);
      case BROKEN_OFF -> putOtherInDoubt();
      case SILENCE -> {}
    }
    other.considerDeath();
  }

  /** Ends the session in order. */
  void close() {
    tellOther(Why.CLOSED);
    goDown(Why.CLOSED);
  }

  /** The peer's host answers that it does not know this session. */
  void tellOther(Why why) {
    if (!isCut()) {
      fabric.engine.after(latencyNanos(), () -> other.goDownOnceAwake(why));
    }
  }

  /** The node's host ends a connection without a farewell. */
  private void putOtherInDoubt() {
    if (!isCut()) {
      fabric.engine.after(latencyNanos(), () -> other.station().happen(other::beInDoubt));
    }
  }

  private void beInDoubt() {
    LinkListener listener = station().listener();
    if (state == State.OPEN && listener != null) {
      trace(TraceKind.DOUBT, Why.NONE);
      listener.linkInDoubt(peering.peer());
    }
  }

  void pathChanged() {
    considerDeath();
    other.considerDeath();
    if (state == State.OPEN && !isCut()) {
      ordered.resume();
      bulk.resume();
    }
  }

  private void considerDeath() {
    if (state == State.GONE) {
      return;
    }
    boolean heard = other.state != State.GONE && !isCut() && !other.isCut();
    if (heard) {
      death.clear();
    } else if (!death.isSet()) {
      long idle = fabric.settings.idleTimeoutMillis();
      long sinceHeard = fabric.settings.keepAliveMillis();
      double spent = sinceHeard * fabric.random.nextDouble();
      death.setAfter((long) ((idle - spent) * 1e6));
    }
  }

  private void bury() {
    state = State.GONE;
    death.clear();
    datagrams.clear();
    ordered.clear();
    bulk.clear();
  }

  private void trace(TraceKind kind, Why why) {
    Engine engine = fabric.engine;
    fabric.trace.link(engine.nowNanos(), kind, index, peerIndex, why);
  }

  private void refreshPath() {
    Network network = fabric.network;
    if (pathVersion != network.version()) {
      pathVersion = network.version();
      isCut = network.isCut(index, peerIndex);
      latencyNanos = network.latencyNanos(index, peerIndex);
      conditions = network.conditions(index, peerIndex);
    }
  }
}
