package org.lagroups.scenarios.sim.scenario;

import java.util.Arrays;

/** All measurements of one figure. */
public final class Samples {

  private final String name;
  private final String unit;
  private double[] values = new double[16];
  private int count;

  Samples(String name, String unit) {
    this.name = name;
    this.unit = unit;
  }

  public String name() {
    return name;
  }

  public String unit() {
    return unit;
  }

  /** How many there are: 1 or more. */
  public int count() {
    return count;
  }

  /** The one in the middle, or the lower of the two there. */
  public double median() {
    return quantile(0.5);
  }

  /**
   * The one that such a share of all is less than or equal to.
   *
   * @param share above 0, at most 1
   */
  public double quantile(double share) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
  }

  /** The greatest. */
  public double most() {
    return Arrays.stream(values, 0, count).max().orElseThrow();
  }

  void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  void addAll(Samples other) {
    Arrays.stream(other.values, 0, other.count).forEach(this::add);
  }
}
