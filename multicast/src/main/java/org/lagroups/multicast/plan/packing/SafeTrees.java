package org.lagroups.multicast.plan.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.plan.bound.Flow;
import org.lagroups.multicast.plan.bound.Limits;
import org.lagroups.multicast.plan.bound.NodeSet;

/**
 * Takes trees out of the shares of links, one after another, each as fast as can be while what is
 * left still allows the rest of the rate: to each receiver there is a flow of that size. Such a
 * tree grows link by link (Lovász, "On two minimax theorems in graph theory", J. Combinatorial
 * Theory B 21, 1976); how fast it may be, the cuts tell that it crosses more than once (Gabow and
 * Manu, "Packing algorithms for arborescences (and spanning trees) in capacitated graphs",
 * Mathematical Programming 82, 1998). Links by which data arrives early are tried first, so trees
 * are shallow.
 */
final class SafeTrees {

  private static final int NONE = -1;
  private static final double TOLERANCE = 1e-9;

  /** If no tree can be so fast, one of this part of the speed is looked for. */
  private static final double SLOWER = 0.75;

  /** Trees slower than this part of the rate are not looked for. */
  private static final double SLOWEST = 1e-5;

  private final Limits limits;
  private final int nodes;
  private final int source;
  private final Flow flow;
  private final double[] shares;
  private final double[] left;
  private double rest;
  private final List<Column> taken = new ArrayList<>();
  private final List<Double> rates = new ArrayList<>();

  /**
   * Nothing taken yet.
   *
   * @param shares of each link; no flow from the source to a receiver is smaller than {@code rate}
   */
  SafeTrees(Limits limits, double[] shares, double rate) {
    this.limits = limits;
    this.nodes = limits.nodes();
    this.source = limits.source();
    this.flow = new Flow(nodes);
    this.shares = shares.clone();
    this.left = new double[shares.length];
    this.rest = rate;
  }

  /**
   * Takes out trees that another packing took, each as fast as there and as links still allow: as
   * many of the first ones as leave what the rest needs.
   */
  void keep(Rated others) {
    double whole = rest;
    double[] all = shares.clone();
    int kept = 0;
    int refused = others.trees().size() + 1;
    while (refused - kept > 1) {
      int count = (kept + refused) / 2;
      restore(all, whole);
      if (remove(others.first(count)).isSafe()) {
        kept = count;
      } else {
        refused = count;
      }
    }
    restore(all, whole);
    remove(others.first(kept));
  }

  private void restore(double[] all, double whole) {
    System.arraycopy(all, 0, shares, 0, all.length);
    rest = whole;
    taken.clear();
    rates.clear();
  }

  private SafeTrees remove(Rated others) {
    for (int i = 0; i < others.trees().size(); i++) {
      int[] parents = others.trees().get(i).parents();
      double rate = Math.min(others.rates().get(i), narrowest(parents));
      if (rate > TOLERANCE) {
        remove(parents, rate);
      }
    }
    return this;
  }

  private boolean isSafe() {
    System.arraycopy(shares, 0, left, 0, left.length);
    for (int sink = 0; sink < nodes; sink++) {
      if (sink != source && !reaches(sink, rest)) {
        return false;
      }
    }
    return true;
  }

  /** Trees whose rates together come up to the whole but for {@code spare}. */
  Rated take(double spare) {
    double rate = rest;
    double slowest = rest * SLOWEST;
    while (rest > spare && rate > slowest) {
      rate = Math.min(rate, rest);
      int[] parents = grow(rate);
      if (parents == null) {
        rate *= SLOWER;
      } else {
        remove(parents, fastest(parents, rate));
      }
    }
    return new Rated(taken, rates);
  }

  private void remove(int[] parents, double rate) {
    taken.add(new Column(limits, parents));
    rates.add(rate);
    for (int node = 0; node < nodes; node++) {
      if (parents[node] != NONE) {
        int link = parents[node] * nodes + node;
        shares[link] = Math.max(0, shares[link] - rate);
      }
    }
    rest -= rate;
  }

  /** A tree that can be taken out at a rate; null if none is found. */
  private int @Nullable [] grow(double rate) {
    System.arraycopy(shares, 0, left, 0, left.length);
    boolean[] refused = new boolean[left.length];
    int[] parents = new int[nodes];
    Arrays.fill(parents, NONE);
    double[] arrival = new double[nodes];
    Arrays.fill(arrival, Double.POSITIVE_INFINITY);
    arrival[source] = 0;
    int reached = 1;
    while (reached < nodes) {
      int link = earliest(rate, arrival, refused);
      if (link == NONE) {
        return null;
      }
      int to = link % nodes;
      left[link] -= rate;
      if (reaches(to, rest - rate)) {
        parents[to] = link / nodes;
        arrival[to] = arrival[link / nodes] + limits.latency(link / nodes, to);
        reached++;
      } else {
        left[link] += rate;
        refused[link] = true;
      }
    }
    return parents;
  }

  /** The link to a new node by which data arrives first; among equals the widest. */
  private int earliest(double rate, double[] arrival, boolean[] refused) {
    int best = NONE;
    double earliest = Double.POSITIVE_INFINITY;
    for (int from = 0; from < nodes; from++) {
      if (arrival[from] == Double.POSITIVE_INFINITY) {
        continue;
      }
      for (int to = 0; to < nodes; to++) {
        int link = from * nodes + to;
        if (arrival[to] < Double.POSITIVE_INFINITY
            || refused[link]
            || left[link] < rate - TOLERANCE) {
          continue;
        }
        double at = arrival[from] + limits.latency(from, to);
        if (at < earliest || (at == earliest && left[link] > left[best])) {
          earliest = at;
          best = link;
        }
      }
    }
    return best;
  }

  /** Whether what is left allows a flow; paths of one and two links are added up before asking. */
  private boolean reaches(int sink, double wanted) {
    double sum = left[source * nodes + sink];
    for (int between = 0; between < nodes; between++) {
      sum += Math.min(left[source * nodes + between], left[between * nodes + sink]);
    }
    return sum >= wanted || flow.find(left, source, sink, wanted) >= wanted - TOLERANCE;
  }

  /** The greatest rate at which a tree can be taken out that can be at a rate. */
  private double fastest(int[] parents, double possible) {
    double rate = narrowest(parents);
    int checked = 0;
    for (int sink = 0; checked < nodes && rate > possible; sink = (sink + 1) % nodes) {
      leaveAfter(parents, rate);
      if (sink == source || reaches(sink, rest - rate)) {
        checked++;
      } else {
        double lower = rateAcross(flow.sinkSide(), parents);
        checked = lower < rate ? 0 : checked + 1;
        rate = Math.min(rate, lower);
      }
    }
    return Math.max(rate, possible);
  }

  private double narrowest(int[] parents) {
    double rate = rest;
    for (int node = 0; node < nodes; node++) {
      if (parents[node] != NONE) {
        rate = Math.min(rate, shares[parents[node] * nodes + node]);
      }
    }
    return rate;
  }

  private void leaveAfter(int[] parents, double rate) {
    System.arraycopy(shares, 0, left, 0, left.length);
    for (int node = 0; node < nodes; node++) {
      if (parents[node] != NONE) {
        left[parents[node] * nodes + node] -= rate;
      }
    }
  }

  /** How fast a tree may be for the sake of a cut that it crosses more than once. */
  private double rateAcross(long side, int[] parents) {
    double width = 0;
    int crossings = 0;
    for (int to = 0; to < nodes; to++) {
      if (NodeSet.has(side, to)) {
        for (int from = 0; from < nodes; from++) {
          width += !NodeSet.has(side, from) ? shares[from * nodes + to] : 0;
        }
        crossings += !NodeSet.has(side, parents[to]) ? 1 : 0;
      }
    }
    return crossings > 1 ? (width - rest) / (crossings - 1) : Double.POSITIVE_INFINITY;
  }
}
