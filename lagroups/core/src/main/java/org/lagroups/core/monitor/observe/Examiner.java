package org.lagroups.core.monitor.observe;

import java.util.Optional;

/**
 * Judges what is observed of one node. Each node under test has an examiner of its own, which may
 * remember what it needs, within a bound.
 *
 * @param <O> what is observed
 */
@FunctionalInterface
public interface Examiner<O> {

  /**
   * Takes an observation.
   *
   * @param nowNanos monotonic; an earlier time than before counts as the same
   * @return what can be said now; empty if this alone says nothing
   */
  Optional<Finding> examine(O observation, long nowNanos);

  /** Time has passed. As {@link #examine} of nothing. */
  default Optional<Finding> tick(long nowNanos) {
    return Optional.empty();
  }
}
