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
 * @param dropped messages dropped, by reason
 */
public record RouteCounters(
    long requested,
    long answered,
    long served,
    long relayed,
    long relayedBytes,
    long signatureChecks,
    long checksSaved,
    Map<RouteDrop, Long> dropped) {

  public RouteCounters {
    dropped = Map.copyOf(dropped);
  }
}
