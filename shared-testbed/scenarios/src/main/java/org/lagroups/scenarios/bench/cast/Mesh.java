package org.lagroups.scenarios.bench.cast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Who is joined with whom, both ways. */
final class Mesh {

  private final List<String> hosts;
  private final int degree;
  private final Map<String, Set<String>> neighbours = new LinkedHashMap<>();

  private Mesh(List<String> hosts, int degree) {
    this.hosts = hosts;
    this.degree = degree;
    hosts.forEach(host -> neighbours.put(host, new LinkedHashSet<>()));
  }

  /** Joins pairs in the order of a lot, as long as both have room. */
  static Mesh draw(List<String> hosts, int degree, Random random) {
    Mesh mesh = new Mesh(hosts, degree);
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(List.of(hosts.get(i), hosts.get(j)));
      }
    }
    Collections.shuffle(pairs, random);
    pairs.forEach(pair -> mesh.join(pair.getFirst(), pair.getLast()));
    return mesh;
  }

  /** Whether everybody has enough neighbours, but for one where that cannot be, and reaches all. */
  boolean isWhole() {
    int missing = hosts.stream().mapToInt(host -> degree - of(host).size()).sum();
    return missing <= hosts.size() * degree % 2 && reached().size() == hosts.size();
  }

  /** Each pair once. */
  Map<String, List<String>> joins() {
    Map<String, List<String>> joins = new LinkedHashMap<>();
    for (String host : hosts) {
      joins.put(
          host, of(host).stream().filter(one -> hosts.indexOf(one) < hosts.indexOf(host)).toList());
    }
    return joins;
  }

  private void join(String one, String other) {
    if (of(one).size() < degree && of(other).size() < degree) {
      of(one).add(other);
      of(other).add(one);
    }
  }

  private Set<String> reached() {
    Set<String> reached = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(hosts.getFirst()));
    while (!waiting.isEmpty()) {
      String host = waiting.remove();
      if (reached.add(host)) {
        waiting.addAll(of(host));
      }
    }
    return reached;
  }

  private Set<String> of(String host) {
    return neighbours.getOrDefault(host, Set.of());
  }
}
