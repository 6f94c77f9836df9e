package org.lagroups.scenarios.bench.cast.mesh;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;

/**
 * What a neighbour was asked for and has not sent yet: as much as it sends in half a second, so
 * that it never waits for requests, and does not keep chunks for long that others would send
 * sooner.
 */
final class Pipeline {

  private static final double AHEAD_SECONDS = .5;
  private static final int LEAST = 4;
  private static final int MOST = 256;
  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final BitSet asked = new BitSet();
  private long windowSince = System.nanoTime();
  private int windowChunks;
  private double chunksPerSecond;

  boolean has(int chunk) {
    return asked.get(chunk);
  }

  /** Whether there is room for one more. */
  boolean isOpen() {
    double depth = LEAST + AHEAD_SECONDS * chunksPerSecond;
    return asked.cardinality() < Math.min(depth, MOST);
  }

  void ask(int chunk) {
    asked.set(chunk);
  }

  /** Forgets a chunk; whether it was asked for. */
  boolean forget(int chunk) {
    boolean was = asked.get(chunk);
    asked.clear(chunk);
    return was;
  }

  /** The neighbour has sent one. */
  void arrived(int chunk) {
    asked.clear(chunk);
    windowChunks++;
    long elapsed = System.nanoTime() - windowSince;
    if (elapsed >= WINDOW_NANOS) {
      double measured = windowChunks * (double) TimeUnit.SECONDS.toNanos(1) / elapsed;
      chunksPerSecond = (chunksPerSecond + measured) / 2;
      windowSince += elapsed;
      windowChunks = 0;
    }
  }
}
