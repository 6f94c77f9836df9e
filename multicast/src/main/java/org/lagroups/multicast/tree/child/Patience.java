package org.lagroups.multicast.tree.child;

import java.util.random.RandomGenerator;
import org.lagroups.multicast.tree.port.TreeSettings;

/** How long a node without a place waits: for answers, and between its searches. */
final class Patience {

  /** What is waited for an answer is not doubled more often than this. */
  private static final int MAX_DOUBLINGS = 3;

  /** The same for pauses, the first of which are about half a beat. */
  private static final int MAX_PAUSE_DOUBLINGS = 4;

  private final TreeSettings settings;
  private final RandomGenerator random;
  private int failures;
  private long againMillis = Long.MAX_VALUE;

  Patience(TreeSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** Nothing has failed yet. */
  void begin() {
    failures = 0;
    againMillis = Long.MAX_VALUE;
  }

  /** A search has begun; so there is nothing to wait for before the next. */
  void searches() {
    againMillis = Long.MAX_VALUE;
  }

  /**
   * A search has led to nothing. Once it is repeated at once: whoever was asked knew of a better
   * place, which is taken, and now gives what it has.
   */
  void pause(long nowMillis) {
    failures++;
    againMillis = nowMillis + (failures == 1 ? 0 : pauseMillis(failures - 2));
  }

  /** Whether another search is to begin after a pause. */
  boolean isPausing() {
    return againMillis != Long.MAX_VALUE;
  }

  /** Whether it is time for it; said once. */
  boolean takeDue(long nowMillis) {
    boolean isDue = nowMillis >= againMillis;
    if (isDue) {
      againMillis = Long.MAX_VALUE;
    }
    return isDue;
  }

  /** How long an answer may take. */
  long answerMillis() {
    return doubled(failures + 1);
  }

  /**
   * How long it may take until a place is confirmed. Who has just lost its parent has no time to
   * wait for one that is silent; who moves waits for a new epoch.
   */
  long confirmationMillis(boolean isPlaceless) {
    return isPlaceless && failures == 0 ? 2 * settings.beatMillis() : settings.reservedMillis();
  }

  /** In part by chance, so that not all who were turned away come back together. */
  private long pauseMillis(int doublings) {
    long usual = (settings.beatMillis() << Math.min(doublings, MAX_PAUSE_DOUBLINGS)) / 2;
    return usual / 2 + random.nextLong(Math.max(1, usual));
  }

  private long doubled(int times) {
    return settings.beatMillis() << Math.min(times, MAX_DOUBLINGS);
  }
}
