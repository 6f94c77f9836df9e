package org.lagroups.core.route;

import java.util.EnumMap;
import java.util.Map;

/** Counts what a {@link Router} does. */
final class RouteStatistics {

  private final Map<RouteDrop, Long> dropped = new EnumMap<>(RouteDrop.class);
  private final Map<RouteRefusal, Long> refused = new EnumMap<>(RouteRefusal.class);
  private long requested;
  private long answered;
  private long served;
  private long relayed;
  private long relayedBytes;
  private long signatureChecks;
  private long checksSaved;

  void requested() {
    requested++;
  }

  void answered() {
    answered++;
  }

  void served() {
    served++;
  }

  void relayed(int bytes) {
    relayed++;
    relayedBytes += bytes;
  }

  void signatureChecked() {
    signatureChecks++;
  }

  void checkSaved() {
    checksSaved++;
  }

  void dropped(RouteDrop reason) {
    dropped.merge(reason, 1L, Long::sum);
  }

  void refused(RouteRefusal reason) {
    refused.merge(reason, 1L, Long::sum);
  }

  RouteCounters snapshot() {
    return new RouteCounters(
        requested,
        answered,
        served,
        relayed,
        relayedBytes,
        signatureChecks,
        checksSaved,
        dropped,
        refused);
  }
}
