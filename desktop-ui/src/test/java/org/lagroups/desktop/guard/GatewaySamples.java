package org.lagroups.desktop.guard;

import java.util.List;
import org.lagroups.wormguard.api.BridgeCounts;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.Reasons;

/** Answers of a gateway, for tests. */
final class GatewaySamples {

  private GatewaySamples() {}

  static GuardStats stats(long frames, long bytes, long alerts, List<String> suspended) {
    return new GuardStats(
        12,
        0,
        frames,
        bytes,
        alerts,
        0,
        0,
        0,
        0,
        0,
        0,
        suspended,
        alerts,
        0,
        40,
        0,
        new GuardStats.PartnerStats(true, true, 3, 0),
        BridgeCounts.NONE);
  }

  static Reasons.OfPacket alert(long flow, String message) {
    return new Reasons.OfPacket(
        "2026-01-02T03:04:05.678Z",
        "1000001",
        message,
        "blocked",
        "blocked",
        flow,
        "10.0.0.5:1234",
        "10.0.0.9:445",
        6);
  }
}
