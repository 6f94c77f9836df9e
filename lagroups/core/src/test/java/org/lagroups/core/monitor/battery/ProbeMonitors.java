package org.lagroups.core.monitor.battery;

import java.time.Duration;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.HeartbeatMonitor;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.link.FloodCeiling;
import org.lagroups.core.monitor.link.FloodSettings;
import org.lagroups.core.monitor.link.LatencyAnomaly;
import org.lagroups.core.monitor.link.LatencySettings;
import org.lagroups.core.monitor.link.Received;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.core.monitor.vote.VotingMonitor;
import org.lagroups.core.monitor.vote.VotingSettings;

/** The tests of a {@link ProbingNode}, all of which have to pass. */
record ProbeMonitors(
    ObservingMonitor<Duration> latency,
    ObservingMonitor<Received> flood,
    VotingMonitor voting,
    Battery battery) {

  static ProbeMonitors with(HeartbeatMachine heartbeats) {
    Steadiness steady = Steadiness.inARow(5, 10);
    Monitor heartbeat = new HeartbeatMonitor(heartbeats);
    ObservingMonitor<Duration> latency = LatencyAnomaly.monitor(LatencySettings.DEFAULT, steady);
    ObservingMonitor<Received> flood =
        FloodCeiling.monitor(
            new FloodSettings(new Rate(10, 50), new Rate(10_000, 50_000), Duration.ofSeconds(1)),
            steady);
    VotingMonitor voting =
        new VotingMonitor(new VotingSettings(3, 64, Duration.ofSeconds(5)), steady);
    return new ProbeMonitors(
        latency, flood, voting, Battery.allOf(heartbeat, latency, flood, voting));
  }

  void tick(long nowNanos) {
    flood.tick(nowNanos);
    voting.tick(nowNanos);
  }
}
