package org.lagroups.core.monitor.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.lagroups.core.monitor.HeartbeatListener;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.HeartbeatMonitor;
import org.lagroups.core.monitor.Liveness;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.RoundTrip;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.monitor.Watch;
import org.lagroups.core.monitor.observe.ObservationCounters;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.machine.NodeId;

/**
 * {@link LatencyAnomaly} of the round trips that heartbeats measure anyway, each as it was measured
 * and not smoothed. A node that is tested in several groups is observed once for all of them.
 */
public final class HeartbeatLatency implements Monitor {

  private final HeartbeatMachine heartbeats;
  private final ObservingMonitor<Duration> latency;
  private final LongSupplier nowNanos;

  /** The first test of a node is the one that passes on what was measured. */
  private final Map<NodeId, List<Feed>> feeds = new HashMap<>();

  /**
   * Tests nobody yet.
   *
   * @param nowNanos monotonic
   */
  public HeartbeatLatency(
      HeartbeatMachine heartbeats,
      LatencySettings settings,
      Steadiness steadiness,
      LongSupplier nowNanos) {
    this.heartbeats = heartbeats;
    this.latency = LatencyAnomaly.monitor(settings, steadiness);
    this.nowNanos = nowNanos;
  }

  @Override
  public OngoingTest start(Subject subject, Consumer<Verdict> onChange) {
    Feed feed = new Feed(subject, latency.start(subject, onChange));
    feeds.computeIfAbsent(subject.node(), node -> new ArrayList<>(1)).add(feed);
    return feed;
  }

  /** What has happened so far. */
  public ObservationCounters counters() {
    return latency.counters();
  }

  private final class Feed implements OngoingTest, HeartbeatListener {

    private final NodeId node;
    private final OngoingTest test;
    private final Watch watch;

    Feed(Subject subject, OngoingTest test) {
      this.node = subject.node();
      this.test = test;
      long interval = subject.settings().validityMillis() / HeartbeatMonitor.BEATS_PER_VALIDITY;
      this.watch = heartbeats.watch(node, interval, this);
    }

    @Override
    public void onLiveness(Liveness liveness) {
      // Whether it answers at all is for the heartbeat's own test to say.
    }

    @Override
    public void onRoundTrip(RoundTrip roundTrip) {
      if (feeds.getOrDefault(node, List.of()).indexOf(this) == 0) {
        Duration latest = Duration.ofNanos(roundTrip.latestMicros() * 1_000);
        latency.observe(node, latest, nowNanos.getAsLong());
      }
    }

    @Override
    public Verdict verdict() {
      return test.verdict();
    }

    @Override
    public void close() {
      watch.close();
      test.close();
      List<Feed> left = feeds.get(node);
      if (left != null && left.remove(this) && left.isEmpty()) {
        feeds.remove(node);
      }
    }
  }
}
