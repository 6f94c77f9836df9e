package org.lagroups.simnet.net;

import org.lagroups.simnet.engine.SeedTree;

/** How long a transmission takes from node to node, before jitter. Nodes are given by number. */
@FunctionalInterface
public interface Latency {

  /** One-way latency in nanoseconds, above 0; the same for each call. */
  long oneWayNanos(int from, int to);

  /** The same between all nodes. */
  static Latency constantMillis(double millis) {
    long nanos = toNanos(millis);
    return (from, to) -> nanos;
  }

  /**
   * From a square matrix {@code millis[from][to]}. Nodes beyond its size share its rows and columns
   * again from the first; the latency of a node to another on its own row is 0.1 ms.
   */
  static Latency matrixMillis(double[][] millis) {
    long[][] nanos = new long[millis.length][];
    for (int i = 0; i < millis.length; i++) {
      nanos[i] = new long[millis.length];
      for (int j = 0; j < millis.length; j++) {
        nanos[i][j] = toNanos(i == j ? 0.1 : millis[i][j]);
      }
    }
    return (from, to) -> nanos[from % nanos.length][to % nanos.length];
  }

  /** Between {@code minMillis} and {@code maxMillis}, chosen once for each pair by the seed. */
  static Latency randomMillis(double minMillis, double maxMillis, long seed) {
    return (from, to) -> {
      long pair = ((long) Math.min(from, to) << 32) | Math.max(from, to);
      long hash = SeedTree.derive(seed ^ pair, "latency") >>> 11;
      double share = hash / (double) (1L << 53);
      return toNanos(minMillis + (maxMillis - minMillis) * share);
    };
  }

  private static long toNanos(double millis) {
    return Math.max(1, Math.round(millis * 1e6));
  }
}
