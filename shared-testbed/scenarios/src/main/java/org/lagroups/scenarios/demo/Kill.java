package org.lagroups.scenarios.demo;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.lagroups.machine.GroupId;
import org.lagroups.scenarios.demo.GraphPicture.Edge;

/** Kills one node, and watches all other views until T_a has passed. */
final class Kill {

  private static final long POLL_MILLIS = 50;

  private final Cast cast;
  private final GroupId group;
  private final long validityMillis;
  private final List<DemoReport.Figure> figures;
  private final Map<String, Long> droppedAfterMillis = new LinkedHashMap<>();
  private final Set<String> everMissing = new LinkedHashSet<>();
  private Set<Edge> remaining = Set.of();

  Kill(Cast cast, GroupId group, long validityMillis, List<DemoReport.Figure> figures) {
    this.cast = cast;
    this.group = group;
    this.validityMillis = validityMillis;
    this.figures = figures;
  }

  /** The attestations that were seen at the end. */
  Set<Edge> remaining() {
    return remaining;
  }

  boolean observe(List<String> details) throws InterruptedException {
    List<String> others =
        Topology.NODES.stream().filter(name -> !name.equals(Topology.VICTIM)).toList();
    cast.process(Topology.VICTIM).kill();
    long killed = System.nanoTime();
    while (millisSince(killed) < validityMillis && droppedAfterMillis.size() < others.size()) {
      others.forEach(name -> look(name, others, killed));
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    droppedAfterMillis.forEach((name, millis) ->
        details.add(
            String.format(Locale.ROOT, "%-6s dropped it after %.1f s", name, millis / 1e3)));
    everMissing.forEach(details::add);
    if (!droppedAfterMillis.isEmpty()) {
      figures.add(figure("First view without the killed node after", extreme(LongStream::min)));
      figures.add(figure("Last view without the killed node after", extreme(LongStream::max)));
    }
    remaining = cast.view(Topology.SEARCHER, group).attestations();
    return droppedAfterMillis.size() == others.size()
        && everMissing.isEmpty()
        && remaining.equals(Topology.expectedAttestations(Set.of(Topology.VICTIM)))
        && others.stream().allMatch(n -> cast.view(n, group).attestations().equals(remaining));
  }

  private void look(String name, List<String> others, long killed) {
    Set<String> members = cast.view(name, group).members();
    if (!members.contains(Topology.VICTIM)) {
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
