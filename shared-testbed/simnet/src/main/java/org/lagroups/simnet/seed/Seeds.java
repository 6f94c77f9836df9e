package org.lagroups.simnet.seed;

import java.util.stream.LongStream;
import org.lagroups.simnet.engine.SeedTree;
import org.lagroups.simnet.trace.TraceFile;

/**
 * The seeds that a random test runs with.
 *
 * <ul>
 *   <li>{@code -Dlag.seed=N} replays exactly one.
 *   <li>{@code -Dlag.seed.base=TEXT} derives others, from a commit hash for instance; default
 *       {@code lagroups}.
 *   <li>{@code -Dlag.full=true} asks for the long count.
 * </ul>
 */
public final class Seeds {

  private static final String BASE = "lag.seed.base";
  private static final String DEFAULT_BASE = "lagroups";

  private Seeds() {}

  /**
   * Runs {@code test} with {@code count} seeds, or {@code fullCount} in a long run. The first
   * failure ends it, with a message that has the seed and the command to replay it.
   */
  public static void forEach(int count, int fullCount, SeededTest test) {
    long[] seeds = stream(count, fullCount).toArray();
    for (int i = 0; i < seeds.length; i++) {
      long seed = seeds[i];
      try {
        test.run(seed);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted with seed " + seed, e);
      } catch (Exception | AssertionError e) {
        throw failure(seed, i, seeds.length, e);
      }
    }
  }

  /**
   * As {@link #forEach}, on several threads: for tests whose runs share nothing that changes. The
   * failure that is thrown is the one that {@link #forEach} would have thrown; if others failed
   * meanwhile, they are suppressed in it.
   */
  public static void forEachInParallel(int count, int fullCount, SeededTest test) {
    long[] seeds = stream(count, fullCount).toArray();
    // Traces of several runs would be mixed up in one file.
    int threads = TraceFile.ofThisJvm().isPresent() ? 1 : ParallelSeeds.threads();
    new ParallelSeeds(seeds, threads).run(test);
  }

  /** The seeds themselves, for tests that are given one at a time. */
  public static LongStream stream(int count, int fullCount) {
    Long single = Long.getLong("lag.seed");
    if (single != null) {
      return LongStream.of(single);
    }
    String base = System.getProperty(BASE, DEFAULT_BASE);
    return LongStream.range(0, isFull() ? fullCount : count).map(i -> derived(base, i));
  }

  /** One seed, for tests that run once. */
  public static long one() {
    return stream(1, 1).findFirst().orElseThrow();
  }

  /** Whether this is a long run. */
  public static boolean isFull() {
    return Boolean.getBoolean("lag.full");
  }

  static AssertionError failure(long seed, int index, int count, Throwable cause) {
    String which = "seed %d failed (number %d of %d): ".formatted(seed, index + 1, count);
    return new AssertionError(
        which + withReplayCommand(String.valueOf(cause.getMessage()), seed), cause);
  }

  private static long derived(String base, long index) {
    Long number = index == 0 ? Long.getLong(BASE) : null;
    return number != null ? number : SeedTree.derive(index, "seed " + base) & Long.MAX_VALUE;
  }

  private static String withReplayCommand(String message, long seed) {
    String command = "replay with: " + ReplayCommand.forRunningTest(seed);
    return message.endsWith(command) ? message : message + System.lineSeparator() + command;
  }
}
