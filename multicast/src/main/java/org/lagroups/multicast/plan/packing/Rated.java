package org.lagroups.multicast.plan.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lagroups.multicast.plan.bound.Limits;

/**
 * Trees with their rates, the fastest first.
 *
 * @param trees different ones
 * @param rates of each, more than 0
 */
public record Rated(List<Column> trees, List<Double> rates) {

  public Rated {
    trees = List.copyOf(trees);
    rates = List.copyOf(rates);
  }

  /** These rates; all of them a little less if they would overfill a row, by rounding. */
  static Rated within(Limits limits, List<Column> trees, double[] rates) {
    double[] filled = new double[limits.rows()];
    double most = 1;
    for (int i = 0; i < rates.length; i++) {
      for (int k = 0; k < trees.get(i).size(); k++) {
        int row = trees.get(i).row(k);
        filled[row] += Math.max(0, rates[i]) * trees.get(i).amount(k);
      }
    }
    for (int row = 0; row < filled.length; row++) {
      if (filled[row] > 0) {
        most = Math.max(most, filled[row] / limits.capacity(row));
      }
    }
    List<Column> keptTrees = new ArrayList<>();
    List<Double> keptRates = new ArrayList<>();
    for (int i :
        IntStream.range(0, rates.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -rates[i]))
            .toList()) {
      if (rates[i] > 0) {
        keptTrees.add(trees.get(i));
        keptRates.add(rates[i] / most);
      }
    }
    return new Rated(keptTrees, keptRates);
  }

  /** The same, but for rounding, within limits. */
  Rated within(Limits limits) {
    return within(limits, trees, rates.stream().mapToDouble(rate -> rate).toArray());
  }

  /** All rates together. */
  public double rate() {
    return rates.stream().mapToDouble(rate -> rate).sum();
  }

  /** The same with rates in another unit. */
  Rated times(double factor) {
    return new Rated(trees, rates.stream().map(rate -> rate * factor).toList());
  }

  /** How many of the first ones reach a rate together; all, if they do not reach it. */
  int reaching(double rate) {
    double sum = 0;
    int count = 0;
    while (sum < rate && count < rates.size()) {
      sum += rates.get(count++);
    }
    return count;
  }

  /** Only the first ones. */
  Rated first(int count) {
    return new Rated(trees.subList(0, count), rates.subList(0, count));
  }
}
