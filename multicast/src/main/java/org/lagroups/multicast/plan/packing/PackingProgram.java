package org.lagroups.multicast.plan.packing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lagroups.multicast.plan.bound.Limits;

/**
 * The linear programme over some trees: rates such that no row is overfilled and their sum is
 * greatest, by the primal simplex method. Of equal sums the one with less latency is taken.
 *
 * <p>While it works, capacities are a little smaller than they are, each by another part of a
 * ten-millionth, as otherwise many rows would be full at once and steps lead nowhere (Charnes,
 * "Optimality and degeneracy in linear programming", Econometrica 20, 1952).
 */
final class PackingProgram {

  private static final double TOLERANCE = 1e-9;
  private static final double SPREAD = 1e-7;
  private static final double GOLDEN = 0.6180339887498949;

  /** What the slowest tree counts less than one without any latency. */
  private static final double LATENCY_WEIGHT = 1e-4;

  /** What a tree counts that is to go. */
  private static final double UNWANTED = -1;

  /** After so many steps, what rounding has added up to is taken away. */
  private static final int RENEWAL_STEPS = 100;

  /** Steps of one {@link #solve}; the rates are sound wherever it ends. */
  private static final int MAX_STEPS = 1_000;

  private final Limits limits;
  private final double[] exact;
  private final Basis basis;
  private final List<Column> idle = new ArrayList<>();
  private final Set<Column> known = new HashSet<>();
  private final double slowest;

  /**
   * Without trees.
   *
   * @param slowest the greatest latency of a tree
   */
  PackingProgram(Limits limits, double slowest) {
    this.limits = limits;
    this.slowest = Math.max(slowest, Double.MIN_NORMAL);
    this.exact = new double[limits.rows()];
    double[] smaller = new double[limits.rows()];
    for (int row = 0; row < exact.length; row++) {
      double spread = row * GOLDEN - Math.floor(row * GOLDEN);
      exact[row] = limits.capacity(row);
      smaller[row] = exact[row] * (1 - SPREAD * (0.1 + 0.9 * spread));
    }
    this.basis = new Basis(smaller);
  }

  /** Adds a tree; false if it is there already. */
  boolean add(Column tree) {
    if (!known.add(tree)) {
      return false;
    }
    idle.add(tree);
    return true;
  }

  /**
   * Only these trees, which were added before, are used from the next {@link #solve} on. It goes on
   * from the rates there are, and lowers those of the others step by step, since they now cost.
   */
  void keep(List<Column> trees) {
    known.clear();
    known.addAll(trees);
    idle.removeIf(tree -> !known.contains(tree));
    for (int i = 0; i < basis.size(); i++) {
      if (!known.contains(basis.tree(i))) {
        basis.weigh(i, UNWANTED);
      }
    }
  }

  /** Finds the best rates. */
  void solve() {
    for (int step = 1; step <= MAX_STEPS && step(); step++) {
      if (step % RENEWAL_STEPS == 0) {
        basis.renew();
      }
    }
  }

  /** The price of each row at the rates found. */
  double[] prices() {
    double[] prices = basis.prices().clone();
    for (int row = 0; row < prices.length; row++) {
      prices[row] = Math.max(0, prices[row]);
    }
    return prices;
  }

  private boolean step() {
    double[] prices = basis.prices();
    int best = -1;
    double most = TOLERANCE;
    for (int i = 0; i < idle.size(); i++) {
      double gain = weight(idle.get(i)) - idle.get(i).cost(prices);
      if (gain > most) {
        most = gain;
        best = i;
      }
    }
    if (best >= 0) {
      Column used = idle.get(best);
      Column out = basis.use(used, weight(used));
      remove(best);
      if (!out.equals(used)) {
        rest(out);
      }
      return true;
    }
    int place = basis.overpriced();
    if (place < 0) {
      return false;
    }
    Column out = basis.release(place);
    if (out != null) {
      rest(out);
    }
    return true;
  }

  private void rest(Column tree) {
    if (known.contains(tree)) {
      idle.add(tree);
    }
  }

  private void remove(int i) {
    idle.set(i, idle.getLast());
    idle.removeLast();
  }

  private double weight(Column tree) {
    return 1 - LATENCY_WEIGHT * tree.latency() / slowest;
  }

  /** The trees in use, with their rates within the exact capacities. */
  Rated rated() {
    basis.renew();
    double[] rates = basis.ratesWithin(exact);
    List<Column> trees = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      trees.add(basis.tree(i));
    }
    return Rated.within(limits, trees, rates);
  }
}
