package org.lagroups.multicast.plan.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How to share each uplink among its links so that the rate is greatest: a linear programme whose
 * variables are the rate and what each link gets, and whose constraints are the uplinks and, for
 * each of some sets of receivers, that what enters the set is at least the rate (Edmonds' cuts).
 */
final class CutProgram {

  /** What a unit of link costs: next to nothing, so that of equal shares the nearest is taken. */
  private static final double LINK_WEIGHT = -1e-9;

  private static final double GOLDEN = 0.6180339887498949;
  private static final int RATE = 0;
  private static final int NONE = -1;

  /** More than any rate, so that a cut that is as wide does not limit it. */
  private static final double PLENTY = 2;

  private Limits limits;

  /** What links may carry where the node's uplink is not limited, by {@code from * nodes + to}. */
  private final double[] fixed;

  /** By link: its variable, or none where the node's uplink is not limited. */
  private final int[] variable;

  private final DualSimplex programme;
  private final int[] uplinkRows;
  private final List<Cut> cuts = new ArrayList<>();
  private final Set<Long> known = new HashSet<>();

  /** A set of receivers, as bits, and the variable for what enters it beyond the rate. */
  private record Cut(long side, int row) {}

  /**
   * Without cuts.
   *
   * @param limits such that the rate is at most 1
   */
  CutProgram(Limits limits) {
    this.limits = limits;
    int n = limits.nodes();
    this.fixed = new double[n * n];
    this.variable = new int[n * n];
    List<Integer> links = new ArrayList<>();
    for (int link = 0; link < n * n; link++) {
      double direct = limits.direct(link / n, link % n);
      fixed[link] = Math.min(PLENTY, direct);
      variable[link] = NONE;
      if (direct > 0 && limits.isFinite(limits.uplink(link / n))) {
        links.add(link);
        variable[link] = links.size();
      }
    }
    this.programme = programme(links);
    this.uplinkRows = new int[n];
    for (int node = 0; node < n; node++) {
      uplinkRows[node] = limits.isFinite(limits.uplink(node)) ? constrainUplink(node) : NONE;
    }
  }

  /**
   * Goes on with other limits, so that {@link #solve} only mends what they break.
   *
   * @return false if they are too different: this programme is of no use any more then
   */
  boolean follow(Limits others) {
    if (!isAlike(others)) {
      return false;
    }
    Limits before = limits;
    limits = others;
    boolean isPossible = programme.limit(RATE, mostRate());
    int n = limits.nodes();
    for (int node = 0; node < n; node++) {
      int row = limits.uplink(node);
      if (uplinkRows[node] != NONE && before.capacity(row) != limits.capacity(row)) {
        programme.loosen(uplinkRows[node], limits.capacity(row) - before.capacity(row));
      }
    }
    for (int link = 0; link < n * n; link++) {
      double capacity = limits.capacity(limits.link(link / n, link % n));
      if (variable[link] != NONE && before.capacity(before.link(link / n, link % n)) != capacity) {
        isPossible &= programme.limit(variable[link], capacity);
      }
    }
    return isPossible;
  }

  /** Whether the same things are variables, and all that is none is as it was. */
  private boolean isAlike(Limits others) {
    int n = limits.nodes();
    if (others.nodes() != n || others.source() != limits.source()) {
      return false;
    }
    for (int link = 0; link < n * n; link++) {
      int from = link / n;
      int to = link % n;
      double direct = others.direct(from, to);
      boolean isVariable = direct > 0 && others.isFinite(others.uplink(from));
      if (isVariable != (variable[link] != NONE)
          || (!isVariable && fixed[link] != Math.min(PLENTY, direct))
          || others.latency(from, to) != limits.latency(from, to)) {
        return false;
      }
    }
    return IntStream.range(0, n)
        .allMatch(node -> others.isFinite(others.uplink(node)) == (uplinkRows[node] != NONE));
  }

  /** How many constraints there are: each makes a step longer. */
  int constraints() {
    return programme.constraints();
  }

  private double mostRate() {
    return Math.min(PLENTY, limits.capacity(limits.ceiling()));
  }

  private DualSimplex programme(List<Integer> links) {
    double[] upper = new double[links.size() + 1];
    double[] weights = new double[links.size() + 1];
    upper[RATE] = mostRate();
    weights[RATE] = 1;
    double slowest = slowest();
    for (int v = 1; v <= links.size(); v++) {
      int link = links.get(v - 1);
      double spread = v * GOLDEN - Math.floor(v * GOLDEN);
      upper[v] = limits.capacity(limits.link(link / limits.nodes(), link % limits.nodes()));
      weights[v] =
          LINK_WEIGHT
              * (1
                  + limits.latency(link / limits.nodes(), link % limits.nodes()) / slowest
                  + spread);
    }
    return new DualSimplex(upper, weights);
  }

  private double slowest() {
    double slowest = Double.MIN_NORMAL;
    for (int from = 0; from < limits.nodes(); from++) {
      for (int to = 0; to < limits.nodes(); to++) {
        slowest = Math.max(slowest, limits.latency(from, to));
      }
    }
    return slowest;
  }

  private int constrainUplink(int node) {
    int[] terms = variables(1L << node, ~(1L << node));
    return programme.constrain(limits.capacity(limits.uplink(node)), terms, -1, NONE, 0);
  }

  /** The variables of the links from some nodes to others. */
  private int[] variables(long from, long to) {
    int n = limits.nodes();
    int[] found = new int[n * n];
    int count = 0;
    for (int link = 0; link < n * n; link++) {
      if (variable[link] != NONE && NodeSet.has(from, link / n) && NodeSet.has(to, link % n)) {
        found[count++] = variable[link];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Adds a set of receivers; false if it is known already. */
  boolean cut(long side) {
    if (!known.add(side)) {
      return false;
    }
    int n = limits.nodes();
    double constant = 0;
    for (int link = 0; link < n * n; link++) {
      if (variable[link] == NONE && crosses(link, side)) {
        constant += fixed[link];
      }
    }
    cuts.add(new Cut(side, programme.constrain(constant, variables(~side, side), 1, RATE, -1)));
    return true;
  }

  private boolean crosses(int link, long side) {
    return !NodeSet.has(side, link / limits.nodes()) && NodeSet.has(side, link % limits.nodes());
  }

  void solve() {
    programme.solve();
  }

  /** The greatest rate that the cuts so far allow. */
  double rate() {
    return programme.value(RATE);
  }

  /** What each link gets. */
  double[] shares() {
    double[] shares = fixed.clone();
    for (int link = 0; link < shares.length; link++) {
      if (variable[link] != NONE) {
        shares[link] = Math.max(0, programme.value(variable[link]));
      }
    }
    return shares;
  }

  /** The sets of receivers that limit the rate. */
  List<Long> tightCuts() {
    return cuts.stream().filter(cut -> programme.price(cut.row) > 0).map(Cut::side).toList();
  }

  /**
   * A price for each row, such that no tree costs less than 1 for a unit of rate, but for rounding:
   * a link costs what the cuts that it crosses weigh, and of that its node's uplink takes its part.
   */
  double[] prices() {
    int n = limits.nodes();
    double[] prices = new double[limits.rows()];
    for (int node = 0; node < n; node++) {
      if (uplinkRows[node] != NONE) {
        prices[limits.uplink(node)] = programme.price(uplinkRows[node]);
      }
    }
    double[] weights = new double[n * n];
    double total = 0;
    for (Cut cut : cuts) {
      double weight = programme.price(cut.row);
      total += weight;
      for (int link = 0; weight > 0 && link < n * n; link++) {
        if (crosses(link, cut.side)) {
          weights[link] += weight;
        }
      }
    }
    for (int link = 0; link < n * n; link++) {
      int row = limits.link(link / n, link % n);
      if (limits.isFinite(row) && limits.direct(link / n, link % n) > 0) {
        prices[row] = Math.max(0, weights[link] - prices[limits.uplink(link / n)]);
      }
    }
    if (limits.isFinite(limits.ceiling())) {
      prices[limits.ceiling()] = Math.max(0, 1 - total);
    }
    return prices;
  }
}
