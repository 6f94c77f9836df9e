package org.lagroups.scenarios.bench.group.host;

import java.util.HashMap;
import java.util.Map;

/** How often a member has dropped others. From any thread. */
final class Drops {

  private final Map<String, Long> counts = new HashMap<>();

  synchronized void add(String member) {
    counts.merge(member, 1L, Long::sum);
  }

  /** Of one other member. */
  synchronized long of(String member) {
    return counts.getOrDefault(member, 0L);
  }

  /** Of all. */
  synchronized long total() {
    return counts.values().stream().mapToLong(count -> count).sum();
  }
}
