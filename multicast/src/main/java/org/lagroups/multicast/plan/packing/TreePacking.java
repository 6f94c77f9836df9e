package org.lagroups.multicast.plan.packing;

import java.util.List;
import java.util.stream.Stream;
import org.lagroups.multicast.plan.bound.Allocation;
import org.lagroups.multicast.plan.bound.BroadcastBound;
import org.lagroups.multicast.plan.bound.Limits;

/**
 * Plans one group again and again. What an earlier plan has found helps the next: the cuts that
 * limited it, and its trees.
 */
public final class TreePacking {

  /** The part of the bound that a packing has to reach. */
  public static final double WANTED = 0.995;

  /** What the search for trees leaves of the rate: enough for the rates to be improved upon. */
  private static final double SPARE = 0.003;

  /** Trees that are looked for one by one, should the search for them fall short. */
  private static final int MAX_PRICED = 300;

  private List<Long> cuts = List.of();
  private Rated remembered = new Rated(List.of(), List.of());

  /**
   * What is found.
   *
   * @param bound no trees can be faster together, at these prices
   * @param prices by row; no tree costs less than 1 for a unit of rate
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over, and never shared.
  public record Packing(double bound, double[] prices, Rated trees) {}

  /**
   * Packs trees.
   *
   * @param given in any unit; each node can be reached, and some limit is on every tree
   */
  public Packing pack(Limits given) {
    double unit = given.roughBound();
    Limits limits = given.in(unit);
    CheapestTree search = new CheapestTree(limits.nodes());
    Allocation allocation = BroadcastBound.find(limits, cuts);
    double[] prices = proven(limits, allocation.prices(), search);
    double bound = value(limits, prices);
    Rated found = trees(limits, allocation, bound * WANTED, search, unit);
    cuts = allocation.cuts();
    return new Packing(bound * unit, prices, found.times(unit));
  }

  /** Prices at which the cheapest tree costs exactly 1, whatever rounding there was. */
  private static double[] proven(Limits limits, double[] prices, CheapestTree search) {
    double least = cheapest(limits, prices, search).cost(prices);
    double[] result = prices.clone();
    for (int row = 0; row < result.length; row++) {
      result[row] /= least;
    }
    return result;
  }

  private static Column cheapest(Limits limits, double[] prices, CheapestTree search) {
    int n = limits.nodes();
    double[] costs = new double[n * n];
    for (int link = 0; link < n * n; link++) {
      int from = link / n;
      int to = link % n;
      costs[link] =
          limits.direct(from, to) > 0
              ? prices[limits.uplink(from)] + prices[limits.link(from, to)]
              : Double.POSITIVE_INFINITY;
    }
    return new Column(limits, search.find(costs, limits.source()));
  }

  private static double value(Limits limits, double[] prices) {
    double sum = 0;
    for (int row = 0; row < prices.length; row++) {
      sum += prices[row] > 0 ? prices[row] * limits.capacity(row) : 0;
    }
    return sum;
  }

  private Rated trees(
      Limits limits, Allocation allocation, double wanted, CheapestTree search, double unit) {
    List<Column> hubs = HubTrees.of(limits, search);
    Rated rated = rate(limits, hubs);
    if (rated.rate() < wanted) {
      SafeTrees safe = new SafeTrees(limits, allocation.shares(), allocation.rate());
      safe.keep(remembered.times(1 / unit));
      Rated taken = safe.take(SPARE * allocation.rate());
      remembered = taken.times(unit);
      Rated better = rate(limits, taken.trees());
      rated = better.rate() > taken.rate() ? better : taken.within(limits);
      if (rated.rate() < wanted) {
        rated =
            complete(
                limits,
                Stream.concat(hubs.stream(), taken.trees().stream()).toList(),
                wanted,
                search);
      }
    }
    return Thinning.thin(limits, rated, wanted);
  }

  private static Rated rate(Limits limits, List<Column> trees) {
    PackingProgram programme = new PackingProgram(limits, Column.slowest(trees));
    trees.forEach(programme::add);
    programme.solve();
    return programme.rated();
  }

  /**
   * The best rates; as long as they are too low, the tree that is cheapest at their prices helps.
   */
  private static Rated complete(
      Limits limits, List<Column> trees, double wanted, CheapestTree search) {
    PackingProgram programme = new PackingProgram(limits, Column.slowest(trees));
    trees.forEach(programme::add);
    programme.solve();
    Rated rated = programme.rated();
    for (int i = 0; i < MAX_PRICED && rated.rate() < wanted; i++) {
      if (!programme.add(cheapest(limits, programme.prices(), search))) {
        break;
      }
      programme.solve();
      rated = programme.rated();
    }
    return rated;
  }
}
