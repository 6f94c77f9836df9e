package org.lagroups.core.route;

import java.util.Map;

/**
 * What a {@link Router} has done since it was made.
 *
 * @param requested requests made here
 * @param answered answers received for them
 * @param served requests passed to a handler here
 * @param relayed messages passed on for others
 * @param relayedBytes their bytes
 * @param signatureChecks signatures checked
 * @param checksSaved messages that the session alone proved
 * @param dropped messages dropped without a reply, by reason
 * @param refused requests refused before they reached a handler, by reason
 */
public record RouteCounters(
    long requested,
    long answered,
    long served,
    long relayed,
    long relayedBytes,
    long signatureChecks,
    long checksSaved,
    Map<RouteDrop, Long> dropped,
    Map<RouteRefusal, Long> refused) {

  public RouteCounters {
    dropped = Map.copyOf(dropped);
    refused = Map.copyOf(refused);
  }
}
