package org.lagroups.core.graph;

import java.util.OptionalDouble;
import org.lagroups.core.graph.compact.Adjacency;

/**
 * Clustering coefficients: how far those around a node know each other, from 0 to 1 (Watts and
 * Strogatz, "Collective dynamics of 'small-world' networks", Nature 393, 1998; paper, section 2.1).
 *
 * <p>A node's neighbours are those that it attests to or that attest to it. Its coefficient is the
 * part of all ordered pairs of neighbours in which the first attests to the second.
 *
 * <p>Keeps scratch space between calls: not for use by several threads at once.
 */
public final class Clustering<V> {

  private final AttestationGraph<V> graph;
  private final int[] neighbours;

  /** By vertex: the last round in which it was found to be a neighbour. */
  private final int[] mark;

  private int round;

  public Clustering(AttestationGraph<V> graph) {
    this.graph = graph;
    this.neighbours = new int[graph.vertexCount()];
    this.mark = new int[graph.vertexCount()];
  }

  /** The coefficient of one node; empty if it has fewer than two neighbours. */
  public OptionalDouble of(V vertex) {
    int index = graph.indexOf(vertex);
    return index < 0 ? OptionalDouble.empty() : at(index);
  }

  /** The mean over all nodes with at least two neighbours; empty if there is none. */
  public OptionalDouble average() {
    double sum = 0;
    int count = 0;
    for (int v = 0; v < graph.vertexCount(); v++) {
      OptionalDouble one = at(v);
      if (one.isPresent()) {
        sum += one.getAsDouble();
        count++;
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  private OptionalDouble at(int v) {
    round++;
    int degree = collect(graph.in(), v, collect(graph.out(), v, 0));
    if (degree < 2) {
      return OptionalDouble.empty();
    }
    long pairs = 0;
    for (int i = 0; i < degree; i++) {
      Adjacency out = graph.out();
      int from = neighbours[i];
      for (int slot = out.start(from); slot < out.start(from + 1); slot++) {
        if (mark[out.neighbour(slot)] == round) {
          pairs++;
        }
      }
    }
    return OptionalDouble.of((double) pairs / ((long) degree * (degree - 1)));
  }

  private int collect(Adjacency direction, int v, int countBefore) {
    int count = countBefore;
    for (int slot = direction.start(v); slot < direction.start(v + 1); slot++) {
      int w = direction.neighbour(slot);
      if (mark[w] != round) {
        mark[w] = round;
        neighbours[count++] = w;
      }
    }
    return count;
  }
}
