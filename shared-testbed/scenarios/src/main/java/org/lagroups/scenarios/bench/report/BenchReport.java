package org.lagroups.scenarios.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The result of a benchmark, as JSON and as a table. */
public record BenchReport(BenchEnvironment environment, List<Row> results) {

  private static final String ROW = "%-46s %-10s %12s %12s %8s %-4s  %s";

  public BenchReport {
    results = List.copyOf(results);
  }

  /** A measurement as it is written; what does not apply is null. */
  public record Row(
      String name,
      String unit,
      @Nullable Double ours,
      Map<String, Double> peers,
      @Nullable Double bound,
      @Nullable Double ratio,
      @Nullable String failed) {

    static Row of(Measurement measured) {
      return new Row(
          measured.name(),
          measured.unit(),
          measured.failure().isPresent() ? null : (Double) measured.ours(),
          new LinkedHashMap<>(measured.peers()),
          orNull(measured.bound()),
          orNull(measured.ratio()),
          measured.failure().orElse(null));
    }

    /** Whether it was measured, and is below its bound, if it has one. */
    boolean passed() {
      return failed == null && !over();
    }

    private boolean over() {
      return bound != null && ours != null && ours >= bound;
    }

    private String verdict() {
      if (failed != null) {
        return "FAIL";
      }
      if (bound == null) {
        return "";
      }
      return over() ? "over" : "PASS";
    }

    private String remark() {
      if (failed != null) {
        return failed.lines().findFirst().orElse("");
      }
      return peers.isEmpty() ? "" : peers.toString();
    }

    private static @Nullable Double orNull(OptionalDouble value) {
      return value.isPresent() ? value.getAsDouble() : null;
    }
  }

  /** The report of what was measured here. */
  public static BenchReport of(List<Measurement> measured) {
    return new BenchReport(BenchEnvironment.here(), measured.stream().map(Row::of).toList());
  }

  /** Whether everything was measured, and what has a bound is below it. */
  public boolean passed() {
    return results.stream().allMatch(Row::passed);
  }

  /** A table for people, line by line. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %d cores, Java %s"
            .formatted(environment.os(), environment.cores(), environment.java()));
    lines.add(
        String.format(ROW, "measured", "unit", "ours", "bound", "ratio", "", "peers")
            .stripTrailing());
    for (Row row : results) {
      lines.add(
          String.format(
                  Locale.ROOT,
                  ROW,
                  row.name(),
                  row.unit(),
                  number(row.ours()),
                  number(row.bound()),
                  number(row.ratio()),
                  row.verdict(),
                  row.remark())
              .stripTrailing());
    }
    return lines;
  }

  private static String number(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
