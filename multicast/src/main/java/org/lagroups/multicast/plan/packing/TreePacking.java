package org.lagroups.multicast.plan.packing;

import java.util.List;
import java.util.stream.Stream;
import org.lagroups.multicast.plan.bound.Allocation;
import org.lagroups.multicast.plan.bound.BroadcastBound;
import org.lagroups.multicast.plan.bound.Limits;

/**
 * Plans one group again and again. What an earlier plan has found helps the next: how its uplinks
 * were shared.
 */
public final class TreePacking {

  /** The part of the bound that a packing has to reach. */
  public static final double WANTED = 0.995;

  /** What the search for trees leaves of the rate: enough for the rates to be improved upon. */
  private static final double SPARE = 0.004;

  /** Trees that are looked for one by one, should the search for them fall short. */
  private static final int MAX_PRICED = 300;

  /**
   * Beyond so many trees times nodes, only a first plan looks for better rates: that takes too long
   * otherwise, and mostly spares hardly any trees.
   */
  private static final int MAX_RATED_AGAIN = 1_280;

  /**
   * By what part of the rate its proof may miss it. Links' small costs make it a ten-millionth;
   * more is what rounding has added up to over many plans, and the bound is found anew.
   */
  private static final double MAX_GAP = 5e-7;

  private final BroadcastBound bounds = new BroadcastBound();
  private double unit;
  private boolean hasTaken;

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
    unit = unit(given.roughBound());
    Limits limits = given.in(unit);
    CheapestTree search = new CheapestTree(limits.nodes());
    Allocation allocation = bounds.find(limits);
    double[] prices = proven(limits, allocation.prices(), search);
    double bound = value(limits, prices);
    if (bound > allocation.rate() * (1 + MAX_GAP)) {
      bounds.renew();
      allocation = bounds.find(limits);
      prices = proven(limits, allocation.prices(), search);
      bound = value(limits, prices);
    }
    Rated found = trees(limits, allocation, bound * WANTED, search);
    return new Packing(bound * unit, prices, found.times(unit));
  }

  /** A power of two, so that nothing is rounded; the earlier one if it will do. */
  private double unit(double most) {
    boolean fits = most <= unit && most >= unit / 4;
    return fits ? unit : Math.scalb(1.0, Math.getExponent(most) + 1);
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

  private Rated trees(Limits limits, Allocation allocation, double wanted, CheapestTree search) {
    List<Column> hubs = HubTrees.of(limits, search);
    PackingProgram programme = solved(limits, hubs);
    Rated rated = programme.rated();
    if (rated.rate() < wanted) {
      hubs.addAll(HubTrees.sparingTheSource(limits, search));
      programme = solved(limits, hubs);
      rated = programme.rated();
    }
    if (rated.rate() < wanted) {
      Rated taken =
          new SafeTrees(limits, allocation.shares(), allocation.rate())
              .take(SPARE * allocation.rate());
      rated = taken.within(limits);
      boolean isFirst = !hasTaken;
      hasTaken = true;
      if (!isFirst
          && rated.rate() >= wanted
          && rated.trees().size() * limits.nodes() > MAX_RATED_AGAIN) {
        return rated.first(rated.reaching(wanted));
      }
      // Flat trees among them: of those that are as fast together, they count more.
      programme = solved(limits, Stream.concat(hubs.stream(), taken.trees().stream()).toList());
      Rated better = programme.rated();
      rated = better.rate() >= Math.min(wanted, rated.rate()) ? better : rated;
      if (rated.rate() < wanted) {
        rated = complete(limits, programme, wanted, search);
      }
    }
    return Thinning.thin(programme, rated, wanted);
  }

  private static PackingProgram solved(Limits limits, List<Column> trees) {
    PackingProgram programme = new PackingProgram(limits, Column.slowest(trees));
    trees.forEach(programme::add);
    programme.solve();
    return programme;
  }

  /**
   * The best rates; as long as they are too low, the tree that is cheapest at their prices helps.
   */
  private static Rated complete(
      Limits limits, PackingProgram programme, double wanted, CheapestTree search) {
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
