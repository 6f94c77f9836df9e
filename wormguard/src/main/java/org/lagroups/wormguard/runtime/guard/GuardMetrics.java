package org.lagroups.wormguard.runtime.guard;

import java.util.Locale;
import org.lagroups.wormguard.api.GuardStats;

/** What a guard did, in the text format of Prometheus. */
final class GuardMetrics {

  private static final String PREFIX = "lagroups_guard_";

  private final StringBuilder text = new StringBuilder();

  private GuardMetrics() {}

  static String of(GuardStats stats) {
    GuardMetrics metrics = new GuardMetrics();
    metrics.gauge("rules", "rules in force", stats.rules());
    metrics.gauge("rules_refused", "rules that could not be taken", stats.refused());
    metrics.gauge("rules_suspended", "rules that blocked too much", stats.suspended().size());
    metrics.gauge("shared_rules", "rules of partners in force", stats.partners().rules());
    metrics.gauge(
        "node_answers", "whether the node answers", stats.partners().isAnswering() ? 1 : 0);
    metrics.gauge("flows", "flows there are", stats.flows());
    metrics.counter("frames", "frames that were judged", stats.frames());
    metrics.counter("bytes", "bytes of all frames", stats.bytes());
    metrics.counter("dropped_frames", "frames that went no further", stats.dropped());
    metrics.counter("alerts", "alerts", stats.alerts());
    metrics.counter("events_lost", "events that could not be written", stats.eventsLost());
    metrics.counter("spared", "blocks that an address was spared", stats.spared());
    metrics.counter("dry_runs", "blocks that were only tried out", stats.dryRuns());
    metrics.counter("lapsed", "blocks that too few vouch for any more", stats.ofLapsed());
    metrics.counter("bad_checksums", "packets with a wrong checksum", stats.badChecksums());
    metrics.counter("forwarded_frames", "frames that were sent on", stats.bridge().forwarded());
    metrics.counter("unjudged_frames", "frames not judged", stats.bridge().unjudged());
    metrics.counter("faults", "frames at which judging failed", stats.bridge().faults());
    metrics.counter("lost_frames", "frames that found no room", stats.bridge().lost());
    metrics.counter("unsent_frames", "frames not taken over there", stats.bridge().notSent());
    metrics.counter("overloads", "times that frames began to be lost", stats.bridge().overloads());
    return metrics.text.toString();
  }

  private void gauge(String name, String help, long value) {
    write(PREFIX + name, "gauge", help, value);
  }

  private void counter(String name, String help, long value) {
    write(PREFIX + name + "_total", "counter", help, value);
  }

  private void write(String name, String type, String help, long value) {
    text.append(
        String.format(
            Locale.ROOT,
            "# HELP %1$s %2$s\n# TYPE %1$s %3$s\n%1$s %4$d\n",
            name,
            help,
            type,
            value));
  }
}
