package org.lagroups.simnet.seed;

import java.util.stream.LongStream;
import org.lagroups.simnet.engine.SeedTree;

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
        String which = "seed %d failed (number %d of %d): ".formatted(seed, i + 1, seeds.length);
        throw new AssertionError(
            which + withReplayCommand(String.valueOf(e.getMessage()), seed), e);
      }
    }
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

  private static long derived(String base, long index) {
    Long number = index == 0 ? Long.getLong(BASE) : null;
    return number != null ? number : SeedTree.derive(index, "seed " + base) & Long.MAX_VALUE;
  }

  private static String withReplayCommand(String message, long seed) {
    String command = "replay with: " + ReplayCommand.forRunningTest(seed);
    return message.endsWith(command) ? message : message + System.lineSeparator() + command;
  }
}
