package org.lagroups.multicast.plan.bound;

import java.util.Arrays;

/**
 * The largest flow between two of at most 64 nodes, and the cut that limits it, by Dinic's
 * algorithm ("Algorithm for solution of a problem of maximum flow in networks with power
 * estimation", Soviet Math. Doklady 11, 1970). Sets of nodes are the bits of a word, so a layer is
 * found in as many steps as it has nodes. It stops once the flow is as large as asked, and the next
 * flow, to another node, starts from the same capacities.
 */
public final class Flow {

  /** What is less is rounding. */
  private static final double TOLERANCE = 1e-12;

  private final int nodes;
  private final double[] residual;

  /** By node: those to which something can still go. */
  private final long[] open;

  /** As {@link #open}, before anything flows. */
  private final long[] whole;

  /** What flows have changed: which arcs, in that order, and what was there before. */
  private int[] changedArcs;

  private double[] before;
  private int changes;

  /** By distance from the source: the nodes there, as far as they still lead to the sink. */
  private final long[] layer;

  private int sink;
  private long reached;

  /** For so many nodes, at most 64. */
  public Flow(int nodes) {
    this.nodes = nodes;
    this.residual = new double[nodes * nodes];
    this.open = new long[nodes];
    this.whole = new long[nodes];
    this.changedArcs = new int[4 * nodes];
    this.before = new double[4 * nodes];
    this.layer = new long[nodes + 1];
  }

  /** Within which capacities to find flows, by {@code from * nodes + to}. */
  public void within(double[] capacities) {
    System.arraycopy(capacities, 0, residual, 0, residual.length);
    for (int from = 0, arc = 0; from < nodes; from++) {
      long ends = 0;
      for (int to = 0; to < nodes; to++, arc++) {
        ends |= (capacities[arc] > TOLERANCE ? 1L : 0L) << to;
      }
      whole[from] = ends;
    }
    System.arraycopy(whole, 0, open, 0, nodes);
    changes = 0;
  }

  /**
   * The largest flow.
   *
   * @param enough a flow of this size is not enlarged
   */
  public double find(int source, int target, double enough) {
    takeBack();
    this.sink = target;
    double value = 0;
    while (value < enough && layOut(source)) {
      value += push(source, 0, enough - value);
    }
    return value;
  }

  private void takeBack() {
    while (changes > 0) {
      changes--;
      residual[changedArcs[changes]] = before[changes];
    }
    System.arraycopy(whole, 0, open, 0, nodes);
  }

  /** After a flow that is less than enough: the nodes on the sink's side of a least cut. */
  public long sinkSide() {
    return ~reached & -1L >>> (64 - nodes);
  }

  /** As {@link #sinkSide}, but of the least cut that is next to the sink. */
  public long sinkSideOfLast() {
    long side = 1L << sink;
    long before = 0;
    while (side != before) {
      before = side;
      for (int node = 0; node < nodes; node++) {
        if ((open[node] & side) != 0) {
          side |= 1L << node;
        }
      }
    }
    return side;
  }

  private boolean layOut(int source) {
    reached = 1L << source;
    layer[0] = reached;
    for (int depth = 0; layer[depth] != 0; depth++) {
      long next = 0;
      for (long left = layer[depth]; left != 0; left &= left - 1) {
        next |= open[Long.numberOfTrailingZeros(left)];
      }
      next &= ~reached;
      reached |= next;
      if (NodeSet.has(next, sink)) {
        layer[depth + 1] = 1L << sink;
        return true;
      }
      layer[depth + 1] = next;
    }
    return false;
  }

  private double push(int from, int depth, double amount) {
    if (from == sink) {
      return amount;
    }
    double sent = 0;
    for (long ends = open[from] & layer[depth + 1]; ends != 0; ends &= ends - 1) {
      int to = Long.numberOfTrailingZeros(ends);
      int arc = from * nodes + to;
      double asked = Math.min(amount - sent, residual[arc]);
      double one = push(to, depth + 1, asked);
      if (one < asked) {
        layer[depth + 1] &= ~(1L << to);
      }
      if (one > 0) {
        move(arc, from, to, one);
        sent += one;
        if (sent >= amount) {
          return sent;
        }
      }
    }
    return sent;
  }

  private void move(int arc, int from, int to, double amount) {
    int back = to * nodes + from;
    change(arc, -amount);
    change(back, amount);
    if (residual[arc] <= TOLERANCE) {
      open[from] &= ~(1L << to);
    }
    if (residual[back] > TOLERANCE) {
      open[to] |= 1L << from;
    }
  }

  private void change(int arc, double more) {
    if (changes == changedArcs.length) {
      changedArcs = Arrays.copyOf(changedArcs, 2 * changes);
      before = Arrays.copyOf(before, 2 * changes);
    }
    changedArcs[changes] = arc;
    before[changes] = residual[arc];
    changes++;
    residual[arc] += more;
  }
}
