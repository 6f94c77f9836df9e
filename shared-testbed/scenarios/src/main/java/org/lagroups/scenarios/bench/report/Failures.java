package org.lagroups.scenarios.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What could not be measured: told as soon as it is known, and a line of the report, so that the
 * rest need not be lost with it.
 */
public final class Failures {

  private final Consumer<String> progress;
  private final List<Measurement> rows = new ArrayList<>();

  /**
   * None yet.
   *
   * @param progress takes a line for people
   */
  public Failures(Consumer<String> progress) {
    this.progress = progress;
  }

  /**
   * One more.
   *
   * @param what could not be measured
   * @param why at any length; the report's table has the first line of it
   */
  public void add(String what, String why) {
    progress.accept("FAILED: %s: %s".formatted(what, why));
    rows.add(Measurement.failed(what, why));
  }

  /** All, as lines of a report. */
  public List<Measurement> rows() {
    return List.copyOf(rows);
  }
}
