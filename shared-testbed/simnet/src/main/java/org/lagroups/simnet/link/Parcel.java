package org.lagroups.simnet.link;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.simnet.engine.Event;
import org.lagroups.simnet.trace.TraceKind;
import org.lagroups.simnet.trace.Why;

/** A message in flight; it fires when it arrives. */
final class Parcel implements Event {

  private final End from;
  private final Delivery delivery;
  private final int protocol;
  private final Bytes message;
  private final int hash;

  Parcel(End from, Delivery delivery, int protocol, Bytes message) {
    this.from = from;
    this.delivery = delivery;
    this.protocol = protocol;
    this.message = message;
    this.hash = message.hashCode();
  }

  End from() {
    return from;
  }

  Delivery delivery() {
    return delivery;
  }

  Bytes message() {
    return message;
  }

  @Override
  public void fire() {
    End to = from.other();
    if (to.station().holdsBack(this)) {
      return;
    }
    to.acceptIfPending();
    LinkListener listener = to.station().listener();
    if (!to.isOpen() || listener == null) {
      lose(Why.NO_LINK);
      if (listener != null) {
        to.tellOther(Why.RESET);
      }
    } else if (listener.speaks(protocol)) {
      to.station().traffic().received(protocol, message.length());
      trace(TraceKind.RECEIVE, to.index(), from.index(), Why.NONE);
      listener.message(from.station().id(), protocol, message);
    } else {
      lose(Why.NO_PROTOCOL);
    }
  }

  void lose(Why why) {
    trace(TraceKind.LOSE, from.index(), from.peerIndex(), why);
  }

  void trace(TraceKind kind, int node, int peer, Why why) {
    Fabric fabric = from.station().fabric;
    fabric.trace.message(
        fabric.engine.nowNanos(),
        kind,
        node,
        peer,
        protocol,
        delivery,
        why,
        message.length(),
        hash);
  }
}
