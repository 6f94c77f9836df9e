package org.lagroups.simnet.net;

import java.util.HashSet;
import java.util.Set;

/** Which paths are cut: single directed pairs, nodes without a network, and a partition. */
final class Cuts {

  private final Set<Long> pairs = new HashSet<>();
  private final Set<Integer> isolated = new HashSet<>();
  private int[] sides = new int[0];

  boolean isCut(int from, int to) {
    return side(from) != side(to)
        || isolated.contains(from)
        || isolated.contains(to)
        || pairs.contains(pair(from, to));
  }

  void cut(int from, int to) {
    pairs.add(pair(from, to));
  }

  void restore(int from, int to) {
    pairs.remove(pair(from, to));
  }

  void isolate(int node) {
    isolated.add(node);
  }

  void reconnect(int node) {
    isolated.remove(node);
  }

  /** Replaces the partition. Node n is on side {@code sides[n]}, or on side 0 beyond its end. */
  void partition(int[] sides) {
    this.sides = sides;
  }

  void clear() {
    pairs.clear();
    isolated.clear();
    sides = new int[0];
  }

  private int side(int node) {
    return node < sides.length ? sides[node] : 0;
  }

  private static long pair(int from, int to) {
    return ((long) from << 32) | to;
  }
}
