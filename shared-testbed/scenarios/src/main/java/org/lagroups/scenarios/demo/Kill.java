package org.lagroups.scenarios.demo;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.lagroups.machine.GroupId;
import org.lagroups.scenarios.demo.GraphPicture.Edge;

/** Kills one node, and watches all other views until T_a has passed. */
final class Kill {

  private static final long POLL_MILLIS = 50;

  private final Cast cast;
  private final String victim;
  private final List<String> others;
  private final GroupId group;
  private final long validityMillis;
  private final List<DemoReport.Figure> figures;
  private final Map<String, Long> droppedAfterMillis = new LinkedHashMap<>();
  private final Set<String> everMissing = new LinkedHashSet<>();
  private Set<Edge> remaining = Set.of();
  private CompletableFuture<Void> watching = CompletableFuture.completedFuture(null);
  private boolean isKilled;

  Kill(
      Cast cast,
      String victim,
      GroupId group,
      long validityMillis,
      List<DemoReport.Figure> figures) {
    this.cast = cast;
    this.victim = victim;
    this.others = Topology.NODES.stream().filter(name -> !name.equals(victim)).toList();
    this.group = group;
    this.validityMillis = validityMillis;
    this.figures = figures;
  }

  /** Who is killed. */
  String victim() {
    return victim;
  }

  /** All others. */
  List<String> others() {
    return others;
  }

  /** The attestations that were seen at the end. */
  Set<Edge> remaining() {
    return remaining;
  }

  /** Kills it, and begins to watch. */
  void begin() throws InterruptedException {
    isKilled = true;
    cast.process(victim).kill();
    long killed = System.nanoTime();
    watching = CompletableFuture.runAsync(() -> watch(killed));
  }

  /** Waits until it has been seen, or not in time; kills it if that was not done yet. */
  boolean observe(List<String> details) throws InterruptedException {
    if (!isKilled) {
      begin();
    }
    watching.join();
    droppedAfterMillis.forEach((name, millis) ->
        details.add(
            String.format(Locale.ROOT, "%-6s dropped it after %.1f s", name, millis / 1e3)));
    everMissing.forEach(details::add);
    if (!droppedAfterMillis.isEmpty()) {
      figures.add(figure("First view without the killed node after", extreme(LongStream::min)));
      figures.add(figure("Last view without the killed node after", extreme(LongStream::max)));
    }
    remaining = cast.view(others.getFirst(), group).attestations();
    return droppedAfterMillis.size() == others.size()
        && everMissing.isEmpty()
        && remaining.equals(Topology.expectedAttestations(Set.of(victim)))
        && others.stream().allMatch(n -> cast.view(n, group).attestations().equals(remaining));
  }

  private void watch(long killed) {
    while (millisSince(killed) < validityMillis && droppedAfterMillis.size() < others.size()) {
      others.forEach(name -> look(name, killed));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
  }

  private void look(String name, long killed) {
    Set<String> members = cast.view(name, group).members();
    if (!members.contains(victim)) {
      droppedAfterMillis.putIfAbsent(name, millisSince(killed));
    }
    for (String other : others) {
      if (!members.contains(other)) {
        everMissing.add(other + " was missing from the view of " + name);
      }
    }
  }

  private long extreme(Function<LongStream, OptionalLong> which) {
    return which
        .apply(droppedAfterMillis.values().stream().mapToLong(Long::longValue))
        .orElseThrow();
  }

  private static DemoReport.Figure figure(String name, long millis) {
    return new DemoReport.Figure(name, String.format(Locale.ROOT, "%.1f s", millis / 1e3));
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
