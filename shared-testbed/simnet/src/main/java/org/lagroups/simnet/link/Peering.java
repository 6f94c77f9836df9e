package org.lagroups.simnet.link;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.engine.Deadline;
import org.lagroups.simnet.net.LinkSettings;
import org.lagroups.simnet.trace.Why;

/**
 * What a station has to do with one peer: who wants a link, the session, the attempts to get one.
 */
final class Peering {

  private final Station owner;
  private final NodeId peer;
  private final BitSet wanters = new BitSet();
  private final Deadline redial;
  private final Deadline linger;
  private @Nullable End current;
  private @Nullable End pending;
  private @Nullable Dial dial;
  private int failures;
  private int nextAddress;

  Peering(Station owner, NodeId peer) {
    this.owner = owner;
    this.peer = peer;
    this.redial = new Deadline(owner.fabric.engine, () -> owner.happen(this::dialNow));
    this.linger = new Deadline(owner.fabric.engine, () -> owner.happen(this::closeUnwanted));
  }

  Station owner() {
    return owner;
  }

  NodeId peer() {
    return peer;
  }

  @Nullable End openEnd() {
    return current;
  }

  boolean isUp() {
    return current != null;
  }

  void keep(int wanter) {
    wanters.set(wanter);
    linger.clear();
    if (current == null && pending == null && dial == null && !redial.isSet()) {
      redial.setAfter(0);
    }
  }

  void release(int wanter) {
    wanters.clear(wanter);
    if (wanters.isEmpty()) {
      redial.clear();
      considerLingering();
    }
  }

  /** A handshake that this side began has succeeded. */
  void dialled(Dial by, Peering other) {
    if (dial != by) {
      return;
    }
    dial = null;
    if (current != null || pending != null) {
      return;
    }
    failures = 0;
    owner.remember(peer, by.address());
    End mine = End.pair(this, other);
    current = mine;
    mine.open();
    other.offered(mine.other());
  }

  /** An attempt has failed; the next follows with back-off. */
  void dialFailed(Dial by) {
    if (dial != by) {
      return;
    }
    dial = null;
    failures++;
    redialWithBackoff();
  }

  /** The other side has made a session; it is ours once its last handshake message is here. */
  void offered(End end) {
    if (!owner.isOn() || owner.peering(peer) != this) {
      end.vanish();
      return;
    }
    if (pending != null) {
      pending.vanish();
    }
    Station dialler = end.other().station();
    owner.remember(dialler.id(), dialler.address());
    pending = end;
    end.awaitLastHandshakeMessage();
  }

  void accept(End end) {
    if (pending != end) {
      return;
    }
    pending = null;
    if (current != null) {
      current.goDown(Why.REPLACED);
    }
    redial.clear();
    dial = null;
    failures = 0;
    current = end;
    end.open();
    considerLingering();
  }

  /** An end of this peering is no more. */
  void lost(End end) {
    if (pending == end) {
      pending = null;
    }
    if (current != end) {
      return;
    }
    current = null;
    LinkListener listener = owner.listener();
    if (listener != null) {
      listener.linkDown(peer);
    }
    if (!wanters.isEmpty() && !redial.isSet() && dial == null) {
      redial.setAfter(spread(settings().firstRetryMillis()));
    }
  }

  /** Ends everything because the node ends. */
  void abandon(Parting parting) {
    wanters.clear();
    redial.clear();
    linger.clear();
    dial = null;
    End old = current;
    End offered = pending;
    current = null;
    pending = null;
    if (old != null) {
      old.abandon(parting);
    }
    if (offered != null) {
      offered.abandon(parting);
    }
  }

  void pathChanged() {
    if (current != null) {
      current.pathChanged();
    }
  }

  void considerLingering() {
    End end = current;
    if (end != null && wanters.isEmpty() && end.other().peering().wanters.isEmpty()) {
      linger.setAfter(settings().lingerMillis() * 1_000_000);
      end.other().peering().linger.clear();
    }
  }

  private void closeUnwanted() {
    End end = current;
    if (end != null && wanters.isEmpty() && end.other().peering().wanters.isEmpty()) {
      end.close();
    }
  }

  private void dialNow() {
    if (wanters.isEmpty() || current != null || pending != null || dial != null) {
      return;
    }
    var addresses = owner.addressesOf(peer);
    if (addresses.isEmpty()) {
      failures++;
      redialWithBackoff();
      return;
    }
    NodeAddress address = addresses.get(nextAddress++ % addresses.size());
    dial = new Dial(this, address);
    dial.begin();
  }

  private void redialWithBackoff() {
    if (!wanters.isEmpty()) {
      long doubled = settings().firstRetryMillis() << Math.min(failures - 1, 20);
      redial.setAfter(spread(Math.min(doubled, settings().maxRetryMillis())));
    }
  }

  private long spread(long millis) {
    return (long) (millis * 1e6 * (0.75 + 0.5 * owner.fabric.random.nextDouble()));
  }

  private LinkSettings settings() {
    return owner.fabric.settings;
  }
}
