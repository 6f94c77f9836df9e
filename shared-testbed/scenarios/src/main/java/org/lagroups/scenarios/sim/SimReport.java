package org.lagroups.scenarios.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lagroups.node.cli.TextTable;
import org.lagroups.scenarios.bench.report.BenchEnvironment;
import org.lagroups.scenarios.sim.scenario.InvariantTally;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Plan;
import org.lagroups.scenarios.sim.scenario.Samples;
import org.lagroups.scenarios.sim.scenario.Totals;

/**
 * What a run has shown, as JSON and as a table.
 *
 * @param nodes that were simulated
 * @param groups islands of nodes, one group each
 * @param replay the one command that repeats the run
 * @param figures what was measured
 * @param invariants what was checked
 * @param notes what to know of the figures
 * @param passed whether everything that was checked has held
 */
public record SimReport(
    BenchEnvironment environment,
    String scenario,
    String summary,
    long nodes,
    int groups,
    long seed,
    String replay,
    List<Figure> figures,
    List<InvariantRow> invariants,
    List<String> notes,
    boolean passed) {

  private static final double TENTH = 0.1;
  private static final double NINETIETH = 0.9;

  public SimReport {
    figures = List.copyOf(figures);
    invariants = List.copyOf(invariants);
    notes = List.copyOf(notes);
  }

  /**
   * Something measured.
   *
   * @param samples of so many, {@code value} is the median and {@code most} the greatest; 1 where
   *     there is but one
   * @param tenth a tenth of the samples are this or less
   * @param ninetieth nine tenths are this or less
   */
  public record Figure(
      String name,
      String unit,
      int samples,
      double tenth,
      double value,
      double ninetieth,
      double most) {

    static Figure one(String name, String unit, double value) {
      return new Figure(name, unit, 1, value, value, value, value);
    }

    static Figure of(Samples samples) {
      return new Figure(
          samples.name(),
          samples.unit(),
          samples.count(),
          samples.quantile(TENTH),
          samples.median(),
          samples.quantile(NINETIETH),
          samples.most());
    }
  }

  /**
   * Something checked.
   *
   * @param violations how often it did not hold
   * @param seen the first of these, in words
   */
  public record InvariantRow(String name, long checks, long violations, List<String> seen) {

    public InvariantRow {
      seen = List.copyOf(seen);
    }

    static InvariantRow of(InvariantTally tally) {
      return new InvariantRow(tally.name(), tally.checks(), tally.violations(), tally.seen());
    }
  }

  /** The report of a run that took so long. */
  static SimReport of(Plan plan, int islands, String replay, Ledger ledger, Duration wallTime) {
    Totals totals = ledger.totals();
    double wallSeconds = wallTime.toNanos() / 1e9;
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.one("virtual time", "s", totals.virtualTime().toMillis() / 1e3));
    figures.add(Figure.one("wall time", "s", wallSeconds));
    figures.add(Figure.one("events", "", (double) totals.events()));
    figures.add(Figure.one("events per second", "1/s", totals.events() / wallSeconds));
    figures.add(
        Figure.one("bytes sent per node", "B/s", totals.sentBytes() / totals.nodeSeconds()));
    figures.add(
        Figure.one("messages sent per node", "1/s", totals.sentMessages() / totals.nodeSeconds()));
    figures.add(
        Figure.one(
            "signature checks per node",
            "1/min",
            60 * totals.signatureChecks() / totals.nodeSeconds()));
    figures.add(Figure.one("flaps of healthy nodes", "", (double) totals.flaps()));
    ledger.samples().forEach(samples -> figures.add(Figure.of(samples)));
    return new SimReport(
        BenchEnvironment.here(),
        plan.scenario().name(),
        plan.scenario().summary(),
        totals.nodes(),
        islands,
        plan.seed(),
        replay,
        figures,
        ledger.invariants().stream().map(InvariantRow::of).toList(),
        plan.scenario().notes(),
        ledger.passed());
  }

  /** Tables for people, line by line. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s".formatted(scenario, summary));
    lines.add("%d nodes in %d groups, seed %d".formatted(nodes, groups, seed));
    lines.add("");
    TextTable measured =
        new TextTable(
            "measured", "unit", "a tenth to", "median", "nine tenths to", "most", "samples");
    for (Figure figure : figures) {
      boolean one = figure.samples() == 1;
      measured.row(
          figure.name(),
          figure.unit(),
          one ? "" : number(figure.tenth()),
          number(figure.value()),
          one ? "" : number(figure.ninetieth()),
          one ? "" : number(figure.most()),
          one ? "" : String.valueOf(figure.samples()));
    }
    lines.addAll(measured.lines());
    lines.add("");
    TextTable checked = new TextTable("checked", "times", "violated");
    for (InvariantRow invariant : invariants) {
      checked.row(
          invariant.name(),
          String.valueOf(invariant.checks()),
          String.valueOf(invariant.violations()));
    }
    lines.addAll(checked.lines());
    lines.add("");
    lines.addAll(notes);
    return lines;
  }

  /** What went wrong and how to see it again, line by line; nothing if nothing did. */
  List<String> complaints() {
    List<String> lines = new ArrayList<>();
    for (InvariantRow invariant : invariants) {
      if (invariant.violations() > 0) {
        lines.add("VIOLATED %d times: %s".formatted(invariant.violations(), invariant.name()));
        invariant.seen().forEach(seen -> lines.add("  " + seen));
      }
    }
    if (!lines.isEmpty()) {
      lines.add("the whole run again: " + replay);
    }
    return lines;
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) || Math.abs(value) >= 1_000;
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.3g", value);
  }
}
