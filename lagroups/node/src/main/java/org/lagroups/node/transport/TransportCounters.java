package org.lagroups.node.transport;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a transport has done since it was opened.
 *
 * @param carriers what it has done over each carrier
 * @param sessionsOpened sessions that came up
 * @param dialsFailed attempts that ended without a session
 * @param refusedPeers connections refused because of their certificate or by the node's deny list
 * @param refusedMessages messages refused as malformed or too long
 * @param droppedSends messages not taken because a queue was full
 */
public record TransportCounters(
    Map<CarrierKind, CarrierCounters> carriers,
    long sessionsOpened,
    long dialsFailed,
    long refusedPeers,
    long refusedMessages,
    long droppedSends) {

  public TransportCounters {
    carriers = Collections.unmodifiableMap(new TreeMap<>(carriers));
  }

  /** Bytes of UDP and TCP payload sent, everything included. */
  public long wireBytesOut() {
    return carriers.values().stream().mapToLong(CarrierCounters::wireBytesOut).sum();
  }

  /** Bytes of UDP and TCP payload received, everything included. */
  public long wireBytesIn() {
    return carriers.values().stream().mapToLong(CarrierCounters::wireBytesIn).sum();
  }
}
