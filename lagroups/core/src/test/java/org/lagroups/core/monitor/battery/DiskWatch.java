package org.lagroups.core.monitor.battery;

import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.HeartbeatMonitor;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.machine.NodeId;

/** The example of docs/MONITORS.md, word for word between the two marks. */
final class DiskWatch {

  // begin
  private final ObservingMonitor<Long> freeSpace =
      ObservingMonitor.ofEach(
          Steadiness.inARow(3, 5),
          bytes -> Finding.goodIf(bytes > 1_000_000, ReasonCode.UNSPECIFIED, "its disk is full"));

  Monitor monitor(HeartbeatMachine heartbeats) {
    return Battery.allOf(new HeartbeatMonitor(heartbeats), freeSpace);
  }

  void onReport(NodeId from, long freeBytes, long nowNanos) {
    freeSpace.observe(from, freeBytes, nowNanos);
  }
  // end
}
