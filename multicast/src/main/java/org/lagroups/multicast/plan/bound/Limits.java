package org.lagroups.multicast.plan.bound;

/**
 * What limits trees, as numbered rows: an uplink of each node, a link between each two, and the
 * ceiling, which is the slowest receiver's downlink: every tree comes to each receiver once, so the
 * downlinks limit the sum of all rates and nothing else.
 */
public final class Limits {

  /** The most nodes: sets of them are the bits of a word. */
  public static final int MAX_NODES = 64;

  /** Well above rounding. */
  private static final double MARGIN = 1e-3;

  private final int nodes;
  private final int source;
  private final double[] capacities;
  private final double[] latencies;

  /**
   * Limits of a group.
   *
   * @param nodes how many, 2 to {@link #MAX_NODES}
   * @param source the number of the node that sends
   * @param uplinks by node; infinite if unlimited
   * @param links by {@code from * nodes + to}; infinite if unlimited, 0 if there is none
   * @param ceiling the least downlink of a receiver
   * @param latencies by {@code from * nodes + to}, in any unit
   */
  public Limits(
      int nodes, int source, double[] uplinks, double[] links, double ceiling, double[] latencies) {
    if (nodes < 2 || nodes > MAX_NODES) {
      throw new IllegalArgumentException("2 to " + MAX_NODES + " nodes, not " + nodes);
    }
    this.nodes = nodes;
    this.source = source;
    this.capacities = new double[nodes + nodes * nodes + 1];
    System.arraycopy(uplinks, 0, capacities, 0, nodes);
    System.arraycopy(links, 0, capacities, nodes, nodes * nodes);
    capacities[nodes + nodes * nodes] = ceiling;
    this.latencies = latencies.clone();
  }

  private Limits(Limits whole, double unit) {
    this.nodes = whole.nodes;
    this.source = whole.source;
    this.capacities = whole.capacities.clone();
    for (int row = 0; row < capacities.length; row++) {
      capacities[row] /= unit;
      if (capacities[row] > (row < nodes ? nodes : 1) + MARGIN) {
        capacities[row] = Double.POSITIVE_INFINITY;
      }
    }
    this.latencies = whole.latencies;
  }

  /**
   * The same in another unit, of which a rate can be at most one: capacities are divided by it.
   * What is wider than any rate needs is unlimited then.
   */
  public Limits in(double unit) {
    return new Limits(this, unit);
  }

  /** How many nodes there are. */
  public int nodes() {
    return nodes;
  }

  /** The node that sends. */
  public int source() {
    return source;
  }

  /** How many rows there are. */
  public int rows() {
    return capacities.length;
  }

  /** The row of a node's uplink. */
  public int uplink(int node) {
    return node;
  }

  /** The row of a link. */
  public int link(int from, int to) {
    return nodes + from * nodes + to;
  }

  /** The row of the slowest downlink. */
  public int ceiling() {
    return capacities.length - 1;
  }

  /** A row's capacity; may be infinite. */
  public double capacity(int row) {
    return capacities[row];
  }

  /** Whether a row limits at all. */
  public boolean isFinite(int row) {
    return capacities[row] < Double.POSITIVE_INFINITY;
  }

  /** What can go from a node straight to another: the lesser of its uplink and the link. */
  public double direct(int from, int to) {
    return from == to || to == source ? 0 : Math.min(capacities[from], capacities[link(from, to)]);
  }

  /** How long a link takes. */
  public double latency(int from, int to) {
    return latencies[from * nodes + to];
  }

  /** The nodes that data can reach, as bits. */
  public long reachable() {
    long reached = 1L << source;
    long before = 0;
    while (reached != before) {
      before = reached;
      for (int from = 0; from < nodes; from++) {
        for (int to = 0; NodeSet.has(reached, from) && to < nodes; to++) {
          if (direct(from, to) > 0) {
            reached |= 1L << to;
          }
        }
      }
    }
    return reached;
  }

  /** All nodes, as bits. */
  public long all() {
    return -1L >>> (MAX_NODES - nodes);
  }

  /** What can enter a set of nodes from outside, over all links together. */
  public double entering(long side) {
    double sum = 0;
    for (int from = 0; from < nodes; from++) {
      if (!NodeSet.has(side, from)) {
        double most = 0;
        for (int to = 0; to < nodes; to++) {
          most += NodeSet.has(side, to) ? direct(from, to) : 0;
        }
        sum += Math.min(most, capacities[from]);
      }
    }
    return sum;
  }

  /**
   * A rate that no trees exceed, and that is not greater than the best by more than the square of
   * the number of nodes; infinite if nothing limits.
   */
  public double roughBound() {
    double[] widest = widest();
    double narrowest = Double.POSITIVE_INFINITY;
    for (double width : widest) {
      narrowest = Math.min(narrowest, width);
    }
    long far = 0;
    double bound = capacities[ceiling()];
    for (int node = 0; node < nodes; node++) {
      if (node != source) {
        far |= widest[node] <= narrowest ? 1L << node : 0;
        bound = Math.min(bound, entering(1L << node));
      }
    }
    return Math.min(bound, Math.min(entering(far), entering(all() & ~(1L << source))));
  }

  /** By node: how much can come to it over a single path. */
  private double[] widest() {
    double[] widest = new double[nodes];
    widest[source] = Double.POSITIVE_INFINITY;
    long done = 0;
    for (int step = 0; step < nodes; step++) {
      int next = -1;
      for (int node = 0; node < nodes; node++) {
        if (!NodeSet.has(done, node) && (next < 0 || widest[node] > widest[next])) {
          next = node;
        }
      }
      done |= 1L << next;
      for (int to = 0; to < nodes; to++) {
        widest[to] = Math.max(widest[to], Math.min(widest[next], direct(next, to)));
      }
    }
    return widest;
  }
}
