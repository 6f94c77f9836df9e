package org.lagroups.simnet.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes down what one checker sees at one moment. */
public final class Findings {

  /** More than these of one moment are only counted. */
  private static final int MAX_KEPT = 20;

  private final String invariant;
  private final Duration now;
  private final List<Violation> violations = new ArrayList<>();

  Findings(String invariant, Duration now) {
    this.invariant = invariant;
    this.now = now;
  }

  /** Virtual time. */
  public Duration now() {
    return now;
  }

  /** Reports that the invariant does not hold. */
  public void report(String what) {
    if (violations.size() < MAX_KEPT) {
      violations.add(new Violation(now, invariant, what));
    }
  }

  /** Reports {@code what} unless {@code holds}. */
  public void require(boolean holds, String what) {
    if (!holds) {
      report(what);
    }
  }

  List<Violation> violations() {
    return Collections.unmodifiableList(violations);
  }
}
