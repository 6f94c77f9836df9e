package org.lagroups.scenarios.bench.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of a benchmark: ours beside our peers and the bound, all from the same run.
 *
 * @param name what was measured
 * @param unit its unit
 * @param ours our median
 * @param peers the medians of others, by name, in order; may be empty
 * @param bound what the measurement has to stay below, where there is such a limit
 * @param failure why nothing was measured, if that is so; then {@code ours} is no number
 */
public record Measurement(
    String name,
    String unit,
    double ours,
    Map<String, Double> peers,
    OptionalDouble bound,
    Optional<String> failure) {

  public Measurement {
    peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
  }

  /** What was measured. */
  public Measurement(
      String name, String unit, double ours, Map<String, Double> peers, OptionalDouble bound) {
    this(name, unit, ours, peers, bound, Optional.empty());
  }

  /** What could not be measured, and why. */
  public static Measurement failed(String name, String why) {
    return new Measurement(
        name, "", Double.NaN, Map.of(), OptionalDouble.empty(), Optional.of(why));
  }

  /** Without peers. */
  public static Measurement against(String name, String unit, double ours, double bound) {
    return new Measurement(name, unit, ours, Map.of(), OptionalDouble.of(bound));
  }

  /** Without peers or a bound. */
  public static Measurement alone(String name, String unit, double ours) {
    return new Measurement(name, unit, ours, Map.of(), OptionalDouble.empty());
  }

  /** Ours divided by the bound, or else by the first peer unless it is 0; empty without either. */
  public OptionalDouble ratio() {
    if (bound.isPresent()) {
      return OptionalDouble.of(ours / bound.getAsDouble());
    }
    return peers.values().stream()
        .limit(1)
        .filter(peer -> peer != 0)
        .mapToDouble(peer -> ours / peer)
        .findFirst();
  }
}
