package org.lagroups.multicast.plan.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear programme that learns its constraints: the greatest weighted sum of variables, each from
 * 0 to its upper bound, such that expressions in them are not negative. By the dual simplex method
 * on a full tableau (Lemke, "The dual method of solving the linear programming problem", Naval
 * Research Logistics 1, 1954): a constraint that is added later costs only the few steps that it
 * takes to mend what it breaks. A step goes on past variables that go from one bound to the other
 * without mending what is broken (Maros, "A generalized dual phase-2 simplex algorithm", European
 * Journal of Operational Research 149, 2003).
 *
 * <p>A variable that may be infinite must not have a positive weight.
 */
final class DualSimplex {

  private static final int NONE = -1;
  private static final double TOLERANCE = 1e-10;
  private static final double LEAST_PIVOT = 1e-9;
  private static final double TIE = 1e-13;

  /** Steps of one {@link #solve}; it has never been seen to take a fifth. */
  private static final int MAX_STEPS = 20_000;

  /**
   * Columns: the variables that rest at one of their bounds, which is the upper one if so marked.
   */
  private final int columns;

  private final int[] resting;
  private final boolean[] atUpper;

  /** By column: what the sum gains for each unit of it. */
  private final double[] gain;

  /** Rows: each variable that does not rest is its value less these multiples of the columns. */
  private final List<double[]> rows = new ArrayList<>();

  private int[] basic = new int[64];
  private double[] value = new double[64];

  /** By variable. */
  private double[] upper;

  /** By variable: its row, or the complement of its column. */
  private int[] place;

  private int variables;

  /**
   * Without constraints.
   *
   * @param upper by variable, its upper bound
   * @param weights by variable
   */
  DualSimplex(double[] upper, double[] weights) {
    this.columns = upper.length;
    this.variables = columns;
    this.resting = new int[columns];
    this.atUpper = new boolean[columns];
    this.gain = weights.clone();
    this.upper = Arrays.copyOf(upper, columns + 64);
    this.place = new int[columns + 64];
    for (int v = 0; v < columns; v++) {
      resting[v] = v;
      place[v] = ~v;
      atUpper[v] = weights[v] > 0;
    }
  }

  /**
   * Adds the constraint that {@code constant} and the terms are together not negative.
   *
   * @return the variable that stands for their sum
   */
  int constrain(double constant, int[] terms, double factor, int extraTerm, double extraFactor) {
    double[] row = new double[columns];
    double sum = constant;
    for (int term : terms) {
      sum += factor * value(term);
      include(row, term, factor);
    }
    if (extraTerm != NONE) {
      sum += extraFactor * value(extraTerm);
      include(row, extraTerm, extraFactor);
    }
    return add(row, sum);
  }

  private void include(double[] row, int variable, double factor) {
    int at = place[variable];
    if (at < 0) {
      row[~at] -= factor;
    } else {
      double[] other = rows.get(at);
      for (int c = 0; c < columns; c++) {
        row[c] += factor * other[c];
      }
    }
  }

  private int add(double[] row, double sum) {
    int r = rows.size();
    if (basic.length == r) {
      basic = Arrays.copyOf(basic, 2 * r);
      value = Arrays.copyOf(value, 2 * r);
    }
    if (upper.length == variables) {
      upper = Arrays.copyOf(upper, 2 * variables);
      place = Arrays.copyOf(place, 2 * variables);
    }
    rows.add(row);
    basic[r] = variables;
    value[r] = sum;
    upper[variables] = Double.POSITIVE_INFINITY;
    place[variables] = r;
    return variables++;
  }

  /** Changes the constant of the constraint that a variable stands for. */
  void loosen(int variable, double more) {
    int at = place[variable];
    if (at >= 0) {
      value[at] += more;
    } else {
      shift(~at, -more);
    }
  }

  /**
   * Changes the upper bound of a variable.
   *
   * @return false, and nothing has changed, if the variable would rest at infinity
   */
  boolean limit(int variable, double most) {
    int at = place[variable];
    if (at < 0 && atUpper[~at]) {
      if (most == Double.POSITIVE_INFINITY) {
        return false;
      }
      shift(~at, most - upper[variable]);
    }
    upper[variable] = most;
    return true;
  }

  /** What rests in a column is greater by so much. */
  private void shift(int column, double more) {
    for (int r = 0; r < rows.size(); r++) {
      value[r] -= rows.get(r)[column] * more;
    }
  }

  /** How many constraints there are. */
  int constraints() {
    return rows.size();
  }

  /** The value of a variable. */
  double value(int variable) {
    int at = place[variable];
    if (at >= 0) {
      return value[at];
    }
    return atUpper[~at] ? upper[variable] : 0;
  }

  /** What the sum would gain if the constraint that a variable stands for were looser by one. */
  double price(int variable) {
    int at = place[variable];
    return at >= 0 ? 0 : Math.max(0, -gain[~at]);
  }

  /**
   * Solves it. The prices bound the sum from above at any time, so if it takes too many steps it
   * just ends.
   */
  void solve() {
    for (int step = 0; step < MAX_STEPS; step++) {
      int row = mostBroken();
      if (row == NONE) {
        return;
      }
      boolean tooHigh = value[row] > 0;
      int column = cheapest(rows.get(row), tooHigh);
      while (column != NONE && isShort(row, column, tooHigh)) {
        flip(column);
        column = cheapest(rows.get(row), tooHigh);
      }
      if (column == NONE) {
        throw new IllegalStateException("no values meet all constraints");
      }
      exchange(row, column, tooHigh);
    }
  }

  private int mostBroken() {
    int worst = NONE;
    double most = TOLERANCE;
    for (int r = 0; r < rows.size(); r++) {
      double broken = Math.max(-value[r], value[r] - upper[basic[r]]);
      if (broken > most) {
        most = broken;
        worst = r;
      }
    }
    return worst;
  }

  /** The column that mends a row at the least loss. */
  private int cheapest(double[] row, boolean tooHigh) {
    int best = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < columns; c++) {
      double effect = tooHigh == atUpper[c] ? -row[c] : row[c];
      if (effect > LEAST_PIVOT) {
        double loss = Math.abs(gain[c]) / effect;
        if (loss < least - TIE || (loss < least + TIE && effect > Math.abs(row[best]))) {
          least = Math.min(least, loss);
          best = c;
        }
      }
    }
    return best;
  }

  /** Whether all that a column can do, from one bound to the other, does not mend a row. */
  private boolean isShort(int r, int c, boolean tooHigh) {
    double broken = tooHigh ? value[r] - upper[basic[r]] : -value[r];
    return Math.abs(rows.get(r)[c]) * upper[resting[c]] < broken - TOLERANCE;
  }

  /** A column's variable rests at its other bound from now on. */
  private void flip(int c) {
    shift(c, atUpper[c] ? -upper[resting[c]] : upper[resting[c]]);
    atUpper[c] = !atUpper[c];
  }

  /** The row's variable rests from now on, and the column's takes its row. */
  private void exchange(int r, int c, boolean tooHigh) {
    double[] row = rows.get(r);
    int leaving = basic[r];
    int entering = resting[c];
    double pivot = row[c];
    double moved = (value[r] - (tooHigh ? upper[leaving] : 0)) / pivot;
    double entered = value(entering) + moved;
    for (int k = 0; k < columns; k++) {
      row[k] /= pivot;
    }
    row[c] = 1 / pivot;
    for (int i = 0; i < rows.size(); i++) {
      double[] other = rows.get(i);
      if (i != r && other[c] != 0) {
        value[i] -= other[c] * moved;
        eliminate(other, row, c);
      }
    }
    eliminate(gain, row, c);
    basic[r] = entering;
    value[r] = entered;
    place[entering] = r;
    resting[c] = leaving;
    atUpper[c] = tooHigh;
    place[leaving] = ~c;
  }

  private void eliminate(double[] target, double[] row, int c) {
    double factor = target[c];
    target[c] = 0;
    for (int k = 0; k < columns; k++) {
      target[k] -= factor * row[k];
    }
  }
}
