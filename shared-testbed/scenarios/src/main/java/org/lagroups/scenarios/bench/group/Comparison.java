package org.lagroups.scenarios.bench.group;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.lagroups.scenarios.bench.group.host.Library;
import org.lagroups.scenarios.bench.report.Measurement;

/**
 * What was measured of libraries in the same way, as lines of a report. One that failed is missing.
 *
 * @param figures of each library that did not fail
 */
record Comparison<T>(Map<Library, T> figures) {

  Measurement row(String name, String unit, ToDoubleFunction<T> figure) {
    return row(name, unit, figure, OptionalDouble.empty());
  }

  /** With what ours has to stay below. */
  Measurement row(String name, String unit, ToDoubleFunction<T> figure, double bound) {
    return row(name, unit, figure, OptionalDouble.of(bound));
  }

  /** With this share of the least of the peers' figures as what ours has to stay below. */
  Measurement rowAgainstPeers(String name, String unit, ToDoubleFunction<T> figure, double share) {
    OptionalDouble least = peers().mapToDouble(figure).min();
    return row(
        name,
        unit,
        figure,
        least.isPresent() ? OptionalDouble.of(share * least.getAsDouble()) : least);
  }

  /** Whether there is something to compare. */
  boolean hasOurs() {
    return figures.containsKey(Library.LAGROUPS);
  }

  /** Our figure. */
  double ours(ToDoubleFunction<T> figure) {
    return figures.entrySet().stream()
        .filter(entry -> entry.getKey() == Library.LAGROUPS)
        .mapToDouble(entry -> figure.applyAsDouble(entry.getValue()))
        .findFirst()
        .orElseThrow();
  }

  private Stream<T> peers() {
    return figures.entrySet().stream()
        .filter(entry -> entry.getKey() != Library.LAGROUPS)
        .map(Map.Entry::getValue);
  }

  private Measurement row(
      String name, String unit, ToDoubleFunction<T> figure, OptionalDouble bound) {
    Map<String, Double> peers = new LinkedHashMap<>();
    for (Map.Entry<Library, T> entry : figures.entrySet()) {
      if (entry.getKey() != Library.LAGROUPS) {
        double value = figure.applyAsDouble(entry.getValue());
        peers.put(entry.getKey().title(), Math.rint(value * 10) / 10);
      }
    }
    return new Measurement(name, unit, ours(figure), peers, bound);
  }
}
