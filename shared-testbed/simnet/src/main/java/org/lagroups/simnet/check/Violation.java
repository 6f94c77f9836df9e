package org.lagroups.simnet.check;

import java.time.Duration;

/**
 * An invariant that did not hold.
 *
 * @param at virtual time
 * @param invariant its name
 * @param what what was seen instead
 */
public record Violation(Duration at, String invariant, String what) {

  @Override
  public String toString() {
    return "%s at %s: %s".formatted(invariant, at, what);
  }
}
