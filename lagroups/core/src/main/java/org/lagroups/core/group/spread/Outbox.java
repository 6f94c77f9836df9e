package org.lagroups.core.group.spread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.wire.GroupMessage.Share;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Advertisements about to be sent, so that several within a few milliseconds go as one message. It
 * holds at most one of each attester and group for each peer: a newer one replaces an older. What a
 * peer was given over its link before is renewed in a few bytes where that is enough.
 */
public final class Outbox {

  /** How long advertisements are gathered. */
  public static final long GATHER_MILLIS = 5;

  /** How long a renewal waits for the share that is to go with it. */
  public static final long HOLD_MILLIS = 100;

  private static final long NEVER = Long.MAX_VALUE;

  private final Courier courier;
  private final Sender sender;
  private final LongSupplier nowNanos;
  private final TreeMap<NodeId, Parcel> waiting = new TreeMap<>();

  /** What is about to be sent to one peer. */
  private static final class Parcel {

    final SequencedMap<Origin, SignedAdvertisement> advertisements = new LinkedHashMap<>();
    final Map<GroupId, Bytes> shares = new HashMap<>();
    final Map<GroupId, Held> held = new HashMap<>();
    long dueNanos = NEVER;
  }

  /** This node's own renewal, and until when the share endorses for which it waits. */
  private record Held(SignedAdvertisement renewal, long endorsedMillis) {

    Origin origin() {
      return Origin.of(renewal);
    }
  }

  public Outbox(NodeId self, Sender sender, LongSupplier nowNanos) {
    this.sender = sender;
    this.courier = new Courier(self, sender);
    this.nowNanos = nowNanos;
  }

  /** Sends it within {@link #GATHER_MILLIS}, with others. */
  public void add(NodeId to, SignedAdvertisement advertisement) {
    put(to, advertisement, GATHER_MILLIS);
  }

  /** Sends it now, and with it whatever else the peer is to get. */
  public void send(NodeId to, SignedAdvertisement advertisement) {
    put(to, advertisement, 0);
    send(to);
  }

  /** As {@link #send}, but whole: the peer may have lost what it had. */
  public void sendWhole(NodeId to, SignedAdvertisement advertisement) {
    courier.forget(to, Origin.of(advertisement));
    send(to, advertisement);
  }

  /** Whether a few bytes are enough to give a peer this advertisement. */
  public boolean isRenewal(NodeId to, SignedAdvertisement advertisement) {
    return courier.renewal(to, advertisement).isPresent();
  }

  /**
   * Sends this node's own renewal when the share for the peer comes, or without it if that is late.
   */
  public void hold(NodeId to, SignedAdvertisement renewal, long endorsedMillis) {
    Parcel parcel = put(to, renewal, HOLD_MILLIS);
    parcel.held.put(renewal.content().group(), new Held(renewal, endorsedMillis));
  }

  /** Gives a peer this node's share of its endorsement, with the renewal that is held, if any. */
  public void carry(NodeId to, Share share) {
    Parcel parcel = waiting.get(to);
    Optional<Held> held =
        Optional.ofNullable(parcel)
            .map(found -> found.held.get(share.group()))
            .filter(found -> found.endorsedMillis() == share.expiryMillis())
            .filter(found -> share.possession().isEmpty());
    if (parcel != null
        && held.isPresent()
        && held.get().renewal().equals(parcel.advertisements.get(held.get().origin()))) {
      parcel.shares.put(share.group(), share.signature());
      send(to);
    } else {
      sender.send(to, share);
    }
  }

  /** When something is to be sent, or {@link Long#MAX_VALUE}. */
  public long dueNanos() {
    return waiting.values().stream().mapToLong(parcel -> parcel.dueNanos).min().orElse(NEVER);
  }

  /** Sends what is due. */
  public void flush() {
    long now = nowNanos.getAsLong();
    List<NodeId> due = new ArrayList<>();
    waiting.forEach((peer, parcel) -> {
      if (parcel.dueNanos <= now) {
        due.add(peer);
      }
    });
    due.forEach(this::send);
  }

  /** The link to a peer is another one, or gone: what was sent over it may be lost. */
  public void forget(NodeId peer) {
    courier.forget(peer);
  }

  /** The node does not belong to a group any more. */
  public void forget(GroupId group) {
    courier.forget(group);
  }

  private Parcel put(NodeId to, SignedAdvertisement advertisement, long delayMillis) {
    Parcel parcel = waiting.computeIfAbsent(to, peer -> new Parcel());
    parcel.advertisements.put(Origin.of(advertisement), advertisement);
    long due = nowNanos.getAsLong() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
    parcel.dueNanos = Math.min(parcel.dueNanos, due);
    return parcel;
  }

  private void send(NodeId to) {
    Parcel parcel = waiting.remove(to);
    if (parcel != null) {
      courier.deliver(to, List.copyOf(parcel.advertisements.values()), parcel.shares);
    }
  }
}
