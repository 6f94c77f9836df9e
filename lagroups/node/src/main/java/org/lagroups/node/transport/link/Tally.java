package org.lagroups.node.transport.link;

import java.util.EnumMap;
import java.util.Map;
import org.lagroups.node.transport.CarrierCounters;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.TransportCounters;

/** Counts what a transport does. Used on the event loop only. */
public final class Tally {

  private static final class PerCarrier {
    private long bytesOut;
    private long bytesIn;
    private long links;
    private long linksLost;
  }

  private final Map<CarrierKind, PerCarrier> carriers = new EnumMap<>(CarrierKind.class);
  private long sessionsOpened;
  private long dialsFailed;
  private long refusedPeers;
  private long refusedMessages;
  private long droppedSends;

  /** Nothing has happened. */
  public Tally() {
    for (CarrierKind kind : CarrierKind.values()) {
      carriers.put(kind, new PerCarrier());
    }
  }

  public void wireOut(CarrierKind carrier, long bytes) {
    of(carrier).bytesOut += bytes;
  }

  public void wireIn(CarrierKind carrier, long bytes) {
    of(carrier).bytesIn += bytes;
  }

  /** A link has become part of a session. */
  public void linkUp(CarrierKind carrier) {
    of(carrier).links++;
  }

  /** A session has lost a link. */
  public void linkLost(CarrierKind carrier) {
    of(carrier).linksLost++;
  }

  public void sessionOpened() {
    sessionsOpened++;
  }

  public void dialFailed() {
    dialsFailed++;
  }

  public void peerRefused() {
    refusedPeers++;
  }

  public void messageRefused() {
    refusedMessages++;
  }

  public void sendDropped() {
    droppedSends++;
  }

  /** The counts so far. */
  public TransportCounters counters() {
    Map<CarrierKind, CarrierCounters> each = new EnumMap<>(CarrierKind.class);
    carriers.forEach((kind, counts) ->
        each.put(
            kind,
            new CarrierCounters(counts.bytesOut, counts.bytesIn, counts.links, counts.linksLost)));
    return new TransportCounters(
        each, sessionsOpened, dialsFailed, refusedPeers, refusedMessages, droppedSends);
  }

  private PerCarrier of(CarrierKind carrier) {
    PerCarrier found = carriers.get(carrier);
    if (found == null) {
      throw new IllegalStateException("every carrier is counted");
    }
    return found;
  }
}
