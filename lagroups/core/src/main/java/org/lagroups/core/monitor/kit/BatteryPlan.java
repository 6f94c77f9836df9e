package org.lagroups.core.monitor.kit;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which tests make up the battery of a group.
 *
 * @param tests one or more
 * @param needed so many have to pass, 1 to all of them
 */
public record BatteryPlan(Set<TestKind> tests, int needed) {

  /** Answers heartbeats and does not flood. */
  public static final BatteryPlan DEFAULT = allOf(EnumSet.of(TestKind.HEARTBEAT, TestKind.FLOOD));

  /** Copies {@code tests}. */
  public BatteryPlan {
    tests = Set.copyOf(tests);
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("a battery has one test or more");
    }
    if (needed < 1 || needed > tests.size()) {
      throw new IllegalArgumentException(
          "1 to all of %d tests have to pass, not %d".formatted(tests.size(), needed));
    }
  }

  /** All of these have to pass. */
  public static BatteryPlan allOf(Set<TestKind> tests) {
    return new BatteryPlan(tests, tests.size());
  }

  /** The same tests, of which so many have to pass. */
  public BatteryPlan withNeeded(int count) {
    return new BatteryPlan(tests, count);
  }
}
