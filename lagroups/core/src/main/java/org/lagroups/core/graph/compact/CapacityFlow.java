package org.lagroups.core.graph.compact;

import java.util.Arrays;

/**
 * A largest flow from a source to a sink within the capacities of the edges, by Dinic's algorithm.
 *
 * <p>Every augmenting walk uses up at least one arc exactly, as the smallest residual is subtracted
 * from itself. So the bounds of the algorithm, which depend on the numbers of vertices and edges
 * alone, hold for any capacities; whole numbers up to 2^53 in total are added without rounding.
 */
public final class CapacityFlow {

  private static final int NONE = -1;

  private final Adjacency out;
  private final double[] capacities;

  /** By vertex, its first position in {@link #arcs}; and one more. */
  private final int[] start;

  /** Arcs by their tails: 2e goes along edge e, 2e + 1 goes back over it. */
  private final int[] arcs;

  /** By arc: where it leads. */
  private final int[] head;

  /** By arc: what it still can carry. */
  private final double[] residual;

  private final int[] layer;
  private final int[] queue;
  private final int[] cursor;
  private final int[] walk;

  /**
   * For the graph of these edges.
   *
   * @param capacities by edge, 0 or more; not modified, neither here nor later by the caller
   */
  public CapacityFlow(Adjacency out, double[] capacities) {
    int n = out.vertexCount();
    this.out = out;
    this.capacities = capacities;
    this.start = new int[n + 1];
    this.arcs = new int[2 * out.edgeCount()];
    this.head = new int[2 * out.edgeCount()];
    this.residual = new double[2 * out.edgeCount()];
    this.layer = new int[n];
    this.queue = new int[n];
    this.cursor = new int[n];
    this.walk = new int[n];
    sortArcs();
  }

  /** The value of a largest flow from one vertex to another. Replaces the flow found before. */
  public double maximize(int source, int sink) {
    for (int edge = 0; edge < capacities.length; edge++) {
      residual[2 * edge] = capacities[edge];
      residual[2 * edge + 1] = 0;
    }
    double value = 0;
    while (layOut(source, sink)) {
      value += takeWalks(source, sink);
    }
    return value;
  }

  /** How much of the flow goes along an edge. */
  public double along(int edge) {
    return residual[2 * edge + 1];
  }

  /** Of a largest flow: whether a vertex lies on the source's side of the cut next to it. */
  public boolean isOnSourceSide(int vertex) {
    return layer[vertex] != NONE;
  }

  private void sortArcs() {
    int n = out.vertexCount();
    for (int v = 0; v < n; v++) {
      start[v + 1] += out.degree(v);
    }
    for (int edge = 0; edge < out.edgeCount(); edge++) {
      start[out.neighbour[edge] + 1]++;
    }
    for (int v = 0; v < n; v++) {
      start[v + 1] += start[v];
    }
    int[] next = Arrays.copyOf(start, n);
    for (int v = 0; v < n; v++) {
      for (int edge = out.start[v]; edge < out.start[v + 1]; edge++) {
        int w = out.neighbour[edge];
        head[2 * edge] = w;
        head[2 * edge + 1] = v;
        arcs[next[v]++] = 2 * edge;
        arcs[next[w]++] = 2 * edge + 1;
      }
    }
  }

  /** Numbers the vertices by their distance from the source; whether the sink is among them. */
  private boolean layOut(int source, int sink) {
    Arrays.fill(layer, NONE);
    int queued = 0;
    layer[source] = 0;
    queue[queued++] = source;
    for (int next = 0; next < queued; next++) {
      int v = queue[next];
      for (int at = start[v]; at < start[v + 1]; at++) {
        int w = head[arcs[at]];
        if (layer[w] == NONE && residual[arcs[at]] > 0) {
          layer[w] = layer[v] + 1;
          queue[queued++] = w;
        }
      }
    }
    return layer[sink] != NONE;
  }

  /** Depth first through the layers; what led nowhere is not tried again in this round. */
  private double takeWalks(int source, int sink) {
    System.arraycopy(start, 0, cursor, 0, cursor.length);
    double value = 0;
    int depth = 0;
    int v = source;
    while (v != sink || depth > 0) {
      if (v == sink) {
        value += push(depth);
        depth = 0;
        v = source;
      } else if (advance(v)) {
        walk[depth++] = arcs[cursor[v]];
        v = head[arcs[cursor[v]]];
      } else if (depth == 0) {
        return value;
      } else {
        v = head[walk[--depth] ^ 1];
        cursor[v]++;
      }
    }
    return value;
  }

  /** Moves the cursor of a vertex to its next arc one layer further; false if there is none. */
  private boolean advance(int v) {
    while (cursor[v] < start[v + 1]) {
      int arc = arcs[cursor[v]];
      if (residual[arc] > 0 && layer[head[arc]] == layer[v] + 1) {
        return true;
      }
      cursor[v]++;
    }
    return false;
  }

  private double push(int depth) {
    double amount = Double.POSITIVE_INFINITY;
    for (int i = 0; i < depth; i++) {
      amount = Math.min(amount, residual[walk[i]]);
    }
    for (int i = 0; i < depth; i++) {
      residual[walk[i]] -= amount;
      residual[walk[i] ^ 1] += amount;
    }
    return amount;
  }
}
