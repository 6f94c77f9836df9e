package org.lagroups.scenarios.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The result of a benchmark, as JSON and as a table. */
public record BenchReport(BenchEnvironment environment, List<Row> results) {

  public BenchReport {
    results = List.copyOf(results);
  }

  /** A measurement as it is written; what does not apply is null. */
  public record Row(
      String name,
      String unit,
      double ours,
      Map<String, Double> peers,
      @Nullable Double bound,
      @Nullable Double ratio) {

    static Row of(Measurement measured) {
      return new Row(
          measured.name(),
          measured.unit(),
          measured.ours(),
          new LinkedHashMap<>(measured.peers()),
          orNull(measured.bound()),
          orNull(measured.ratio()));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
      return value.isPresent() ? value.getAsDouble() : null;
    }
  }

  /** The report of what was measured here. */
  public static BenchReport of(List<Measurement> measured) {
    return new BenchReport(BenchEnvironment.here(), measured.stream().map(Row::of).toList());
  }

  /** A table for people, line by line. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %d cores, Java %s"
            .formatted(environment.os(), environment.cores(), environment.java()));
    lines.add(
        String.format(
            "%-46s %-10s %12s %12s %8s  %s",
            "measured", "unit", "ours", "bound", "ratio", "peers"));
    for (Row row : results) {
      lines.add(
          String.format(
                  Locale.ROOT,
                  "%-46s %-10s %12s %12s %8s  %s",
                  row.name(),
                  row.unit(),
                  number(row.ours()),
                  number(row.bound()),
                  number(row.ratio()),
                  row.peers().isEmpty() ? "" : row.peers())
              .stripTrailing());
    }
    return lines;
  }

  private static String number(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
