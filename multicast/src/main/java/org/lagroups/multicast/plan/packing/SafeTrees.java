package org.lagroups.multicast.plan.packing;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.multicast.plan.bound.Flow;
import org.lagroups.multicast.plan.bound.Limits;

/**
 * Takes trees out of the shares of links, one after another, each as fast as can be while what is
 * left still allows the rest of the rate: to each receiver there is a flow of that size. Such a
 * tree grows link by link (Lovász, "On two minimax theorems in graph theory", J. Combinatorial
 * Theory B 21, 1976); how fast it may be, the cuts tell that it crosses more than once (Gabow and
 * Manu, "Packing algorithms for arborescences (and spanning trees) in capacitated graphs",
 * Mathematical Programming 82, 1998). Of those cuts a few limit most trees: a tree grows such that
 * the known ones allow it, and flows then find those that do not, which are known from there on.
 * Links by which data arrives early are tried first, so trees are shallow.
 */
final class SafeTrees {

  private static final int NONE = -1;
  private static final double TOLERANCE = 1e-9;

  /** If no tree can be so fast, one of this part of the speed is looked for. */
  private static final double SLOWER = 0.97;

  /**
   * So many trees get stuck for each of which it is asked whether a set not known is the reason.
   */
  private static final int PATIENCE = 12;

  /** Trees slower than this part of the rate are not looked for. */
  private static final double SLOWEST = 1e-5;

  private final Limits limits;
  private final int nodes;
  private final int source;
  private final Flow flow;
  private final KnownCuts cuts;
  private final TreeGrowth growth;
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
    this.cuts = new KnownCuts(nodes);
    this.shares = shares.clone();
    this.growth = new TreeGrowth(limits, this.shares, cuts);
    this.left = new double[shares.length];
    this.rest = rate;
  }

  /** Trees whose rates together come up to the whole but for {@code spare}. */
  Rated take(double spare) {
    learnObvious();
    double rate = rest;
    double slowest = rest * SLOWEST;
    int stuck = 0;
    while (rest > spare && rate > slowest) {
      rate = Math.min(rate, rest);
      int known = cuts.size();
      boolean isWhole = growth.grow(rate);
      int[] parents = growth.parents();
      double possible = isWhole ? fastest(parents, rate * SLOWER) : 0;
      if (possible >= rate * SLOWER) {
        remove(parents, possible);
        cuts.take(parents, possible);
      } else if (!isWhole && ++stuck % PATIENCE == 0) {
        learnFrom(parents, rate);
      }
      if (possible < rate * SLOWER && cuts.size() == known) {
        rate *= SLOWER;
      }
    }
    return new Rated(taken, rates);
  }

  /** A tree may be stuck because it has entered a set too often that is not known yet. */
  private void learnFrom(int[] parents, double rate) {
    leaveAfter(parents, rate);
    for (int sink = 0; sink < nodes; sink++) {
      if (sink != source && !reaches(sink, rest - rate)) {
        learnFound();
      }
    }
  }

  private void learnFound() {
    cuts.learn(flow.sinkSide(), shares, rest);
    cuts.learn(flow.sinkSideOfLast(), shares, rest);
  }

  private void learnObvious() {
    long receivers = limits.all() & ~(1L << source);
    cuts.learn(receivers, shares, rest);
    for (long one = receivers; one != 0; one &= one - 1) {
      cuts.learn(Long.lowestOneBit(one), shares, rest);
    }
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

  /** Whether what is left allows a flow; paths of one and two links are added up before asking. */
  private boolean reaches(int sink, double wanted) {
    double sum = left[source * nodes + sink];
    for (int between = 0; between < nodes; between++) {
      sum += Math.min(left[source * nodes + between], left[between * nodes + sink]);
    }
    return sum >= wanted || flow.find(source, sink, wanted) >= wanted - TOLERANCE;
  }

  /**
   * The greatest rate at which a tree can be taken out; or one that is less than {@code least}, and
   * the cuts that say so are known from then on.
   */
  private double fastest(int[] parents, double least) {
    double rate = narrowest(parents);
    leaveAfter(parents, rate);
    for (int sink = 0; sink < nodes && rate >= least; ) {
      if (sink == source || reaches(sink, rest - rate)) {
        sink++;
        continue;
      }
      learnFound();
      double lower = cuts.rateInto(flow.sinkSide(), parents, shares, rest);
      if (lower < rate) {
        rate = lower;
        leaveAfter(parents, rate);
      } else {
        sink++;
      }
    }
    return rate;
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
    flow.within(left);
  }
}
