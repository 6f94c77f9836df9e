package org.lagroups.core.monitor.battery;

import java.util.List;
import java.util.function.Consumer;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;

/**
 * Passes a node that enough of its tests pass. Of n tests of which k have to:
 *
 * <ul>
 *   <li>it passes while k or more pass, with what these have measured: of each measurement the
 *       first one known, in the order of the tests;
 *   <li>it fails while n - k + 1 or more fail, so that k cannot pass. The reason is that of the
 *       test that decided: the one whose failure was the one too many;
 *   <li>otherwise, too few have decided, and it is pending: attestations stay as they are.
 * </ul>
 *
 * <p>Hysteresis is the tests' own.
 */
public final class Battery implements Monitor {

  /** The most tests in a battery; a battery in a battery counts as one. */
  public static final int MAX_TESTS = 16;

  private final List<Monitor> monitors;
  private final int needed;
  private final BatteryTally tally = new BatteryTally();

  private Battery(int needed, List<Monitor> monitors) {
    if (monitors.isEmpty() || monitors.size() > MAX_TESTS) {
      throw new IllegalArgumentException("a battery has 1 to 16 tests, not " + monitors.size());
    }
    if (needed < 1 || needed > monitors.size()) {
      throw new IllegalArgumentException(
          "1 to all of %d tests have to pass, not %d".formatted(monitors.size(), needed));
    }
    this.needed = needed;
    this.monitors = List.copyOf(monitors);
  }

  /**
   * All have to pass.
   *
   * @throws IllegalArgumentException if there are none, or more than {@link #MAX_TESTS}
   */
  public static Battery allOf(Monitor... monitors) {
    return new Battery(monitors.length, List.of(monitors));
  }

  /**
   * So many have to pass, whichever.
   *
   * @throws IllegalArgumentException if there are none, or more than {@link #MAX_TESTS}, or fewer
   *     than are needed
   */
  public static Battery atLeast(int needed, Monitor... monitors) {
    return new Battery(needed, List.of(monitors));
  }

  @Override
  public OngoingTest start(Subject subject, Consumer<Verdict> onChange) {
    BatteryTest test = new BatteryTest(needed, onChange, tally);
    test.begin(subject, monitors);
    return test;
  }

  /** What has happened so far. */
  public BatteryCounters counters() {
    return tally.counters();
  }
}
