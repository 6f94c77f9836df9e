package org.lagroups.multicast.plan.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The basis of the linear programme over trees, kept small: of the rows it holds only those that
 * are full, of which there are as many as trees in use; all others are slack by themselves. So a
 * step takes time quadratic in the trees in use, whatever the number of rows.
 */
final class Basis {

  private static final int NONE = -1;
  private static final double TOLERANCE = 1e-9;
  private static final double TIE = 1e-13;

  private final double[] capacity;
  private final double[] slack;
  private final List<Column> trees = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private double[] rates = new double[16];
  private int[] full = new int[16];

  /** By row: its place among the full ones. */
  private final int[] placeOfRow;

  private final Inverse inverse = new Inverse();
  private final double[] prices;

  /** By row: how much more of it a step takes, for each unit that the step is long. */
  private final double[] taken;

  /** In which nothing is in use. */
  Basis(double[] capacity) {
    this.capacity = capacity;
    this.slack = capacity.clone();
    this.prices = new double[capacity.length];
    this.taken = new double[capacity.length];
    this.placeOfRow = new int[capacity.length];
    Arrays.fill(placeOfRow, NONE);
  }

  int size() {
    return trees.size();
  }

  Column tree(int i) {
    return trees.get(i);
  }

  double rate(int i) {
    return rates[i];
  }

  /** What a unit of a tree's rate counts from now on. */
  void weigh(int i, double weight) {
    weights.set(i, weight);
  }

  /** The price of each row; replaced by the next call. */
  double[] prices() {
    double[] sums = new double[size()];
    double[] wanted = new double[size()];
    for (int i = 0; i < size(); i++) {
      wanted[i] = weights.get(i);
    }
    inverse.rowTimes(wanted, sums);
    Arrays.fill(prices, 0);
    for (int i = 0; i < size(); i++) {
      prices[full[i]] = sums[i];
    }
    return prices;
  }

  /** The full row whose price is the least, if that is negative, so that it should not be full. */
  int overpriced() {
    int least = NONE;
    for (int i = 0; i < size(); i++) {
      double price = prices[full[i]];
      if (price < -TOLERANCE && (least == NONE || price < prices[full[least]])) {
        least = i;
      }
    }
    return least;
  }

  /** Uses a tree as much as possible; answers the one that is no longer used for that, if any. */
  Column use(Column tree, double weight) {
    double[] amounts = new double[size()];
    Arrays.fill(taken, 0);
    for (int i = 0; i < tree.size(); i++) {
      taken[tree.row(i)] = tree.amount(i);
      if (placeOfRow[tree.row(i)] != NONE) {
        amounts[placeOfRow[tree.row(i)]] = tree.amount(i);
      }
    }
    double[] given = new double[size()];
    inverse.timesColumn(amounts, given);
    giveBack(given);
    int tight = fullestRow();
    int idle = scarcestTree(given, tight);
    if (idle == NONE && tight == NONE) {
      throw new IllegalArgumentException("nothing limits the tree");
    }
    double step = move(given, idle, tight);
    if (idle == NONE) {
      grow(given, tight);
      trees.add(tree);
      weights.add(weight);
      rates[size() - 1] = step;
      return tree;
    }
    inverse.replaceColumn(idle, given);
    rates[idle] = step;
    weights.set(idle, weight);
    return trees.set(idle, tree);
  }

  /** Leaves room in a full row; answers the tree that is no longer used for that, or null. */
  @org.jspecify.annotations.Nullable
  Column release(int place) {
    double[] given = new double[size()];
    for (int i = 0; i < size(); i++) {
      given[i] = inverse.at(i, place);
    }
    Arrays.fill(taken, 0);
    giveBack(given);
    int tight = fullestRow();
    int idle = scarcestTree(given, tight);
    if (idle == NONE && tight == NONE) {
      throw new IllegalStateException("nothing limits the trees");
    }
    double step = move(given, idle, tight);
    int freed = full[place];
    placeOfRow[freed] = NONE;
    slack[freed] = step;
    if (idle == NONE) {
      inverse.replaceRow(place, timesInverse(tight));
      fill(tight, place);
      return null;
    }
    inverse.shrink(place, idle);
    int last = size() - 1;
    if (place != last) {
      fill(full[last], place);
    }
    rates[idle] = rates[last];
    weights.set(idle, weights.getLast());
    Column gone = trees.set(idle, trees.getLast());
    trees.removeLast();
    weights.removeLast();
    return gone;
  }

  /** What other trees give back, for each unit of the step. */
  private void giveBack(double[] given) {
    for (int i = 0; i < given.length; i++) {
      Column tree = trees.get(i);
      for (int k = 0; given[i] != 0 && k < tree.size(); k++) {
        taken[tree.row(k)] -= given[i] * tree.amount(k);
      }
    }
  }

  private int fullestRow() {
    int best = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < taken.length; row++) {
      if (placeOfRow[row] == NONE && taken[row] > TOLERANCE) {
        double length = Math.max(0, slack[row]) / taken[row];
        if (length < least - TIE || (length < least + TIE && taken[row] > taken[best])) {
          least = Math.min(least, length);
          best = row;
        }
      }
    }
    return best;
  }

  /** The tree in use that a step ends the use of, before the row is full; or none. */
  private int scarcestTree(double[] given, int tight) {
    int best = NONE;
    double least = tight == NONE ? Double.POSITIVE_INFINITY : slackLength(tight);
    for (int i = 0; i < given.length; i++) {
      if (given[i] > TOLERANCE) {
        double length = Math.max(0, rates[i]) / given[i];
        double pivot = best == NONE ? (tight == NONE ? 0 : taken[tight]) : given[best];
        if (length < least - TIE || (length < least + TIE && given[i] > pivot)) {
          least = Math.min(least, length);
          best = i;
        }
      }
    }
    return best;
  }

  private double slackLength(int row) {
    return Math.max(0, slack[row]) / taken[row];
  }

  /** Changes rates and slacks; answers how long the step is. */
  private double move(double[] given, int idle, int tight) {
    double length = idle == NONE ? slackLength(tight) : Math.max(0, rates[idle]) / given[idle];
    for (int i = 0; i < given.length; i++) {
      rates[i] -= length * given[i];
    }
    for (int row = 0; row < taken.length; row++) {
      if (placeOfRow[row] == NONE && taken[row] != 0) {
        slack[row] -= length * taken[row];
      }
    }
    return length;
  }

  private void grow(double[] given, int tight) {
    int k = size();
    inverse.grow(given, timesInverse(tight), taken[tight]);
    if (full.length == k) {
      full = Arrays.copyOf(full, 2 * k);
      rates = Arrays.copyOf(rates, 2 * k);
    }
    fill(tight, k);
  }

  private void fill(int row, int place) {
    full[place] = row;
    placeOfRow[row] = place;
    slack[row] = 0;
  }

  private double[] timesInverse(int row) {
    double[] amounts = new double[size()];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = trees.get(i).amountOf(row);
    }
    double[] image = new double[size()];
    inverse.rowTimes(amounts, image);
    return image;
  }

  /**
   * Computes everything anew, which takes away what rounding has added up to.
   *
   * @return false, and nothing has changed, if that cannot be done
   */
  boolean renew() {
    double[][] matrix = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int k = 0; k < trees.get(i).size(); k++) {
        int place = placeOfRow[trees.get(i).row(k)];
        if (place != NONE) {
          matrix[place][i] = trees.get(i).amount(k);
        }
      }
    }
    if (!inverse.set(matrix)) {
      return false;
    }
    rates = Arrays.copyOf(ratesWithin(capacity), rates.length);
    System.arraycopy(capacity, 0, slack, 0, slack.length);
    for (int i = 0; i < size(); i++) {
      for (int k = 0; k < trees.get(i).size(); k++) {
        slack[trees.get(i).row(k)] -= rates[i] * trees.get(i).amount(k);
      }
    }
    return true;
  }

  /** The rates at which the same rows are full if they have other capacities. */
  double[] ratesWithin(double[] capacities) {
    double[] wanted = new double[size()];
    for (int i = 0; i < size(); i++) {
      wanted[i] = capacities[full[i]];
    }
    double[] result = new double[size()];
    inverse.timesColumn(wanted, result);
    return result;
  }
}
