package org.lagroups.simnet.link;

import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeAddress;
import org.lagroups.simnet.engine.Engine;
import org.lagroups.simnet.trace.TraceKind;
import org.lagroups.simnet.trace.Why;

/** One attempt to reach a peer at an address: there, back, and the link is up. */
final class Dial {

  private final Peering peering;
  private final NodeAddress address;
  private final Station from;
  private final Fabric fabric;

  Dial(Peering peering, NodeAddress address) {
    this.peering = peering;
    this.address = address;
    this.from = peering.owner();
    this.fabric = from.fabric;
  }

  NodeAddress address() {
    return address;
  }

  void begin() {
    Engine engine = fabric.engine;
    int peer = fabric.indexOf(peering.peer());
    fabric.trace.link(engine.nowNanos(), TraceKind.DIAL, from.index(), peer, Why.NONE);
    engine.after(
        fabric.settings.handshakeTimeoutMillis() * 1_000_000,
        () -> from.happen(() -> peering.dialFailed(this)));
    Station target = fabric.at(address);
    if (target != null && !isCut(from, target)) {
      engine.after(fabric.carrier.reliableDelay(from, target), () -> arrive(target));
    }
  }

  private void arrive(Station target) {
    if (!target.isOn() || target.isPaused() || isCut(target, from)) {
      return;
    }
    boolean expected = target.id().equals(peering.peer());
    fabric.engine.after(
        fabric.carrier.reliableDelay(target, from),
        () -> from.happen(() -> answered(expected ? target : null)));
  }

  private void answered(@Nullable Station target) {
    if (target == null) {
      peering.dialFailed(this);
      return;
    }
    peering.dialled(this, target.peering(from.id()));
  }

  private boolean isCut(Station one, Station other) {
    return fabric.network.isCut(one.index(), other.index());
  }
}
