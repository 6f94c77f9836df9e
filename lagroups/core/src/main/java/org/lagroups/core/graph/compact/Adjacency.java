package org.lagroups.core.graph.compact;

import java.util.Arrays;

/**
 * The neighbours of every vertex in one direction, as compressed sparse rows: those of vertex
 * {@code v} stand in the slots {@code start(v)} up to but without {@code start(v + 1)}, ascending.
 * A slot is at the same time the number of an edge.
 *
 * <p>Immutable; may be shared between threads. The inner loops of this package use the bare fields.
 */
public final class Adjacency {

  final int[] start;
  final int[] neighbour;

  /**
   * Takes over both arrays; the caller gives them up.
   *
   * @param start by vertex, its first slot; and one more: the number of slots
   * @param neighbour by slot, ascending within a vertex and without doubles
   */
  public Adjacency(int[] start, int[] neighbour) {
    this.start = start;
    this.neighbour = neighbour;
  }

  public int vertexCount() {
    return start.length - 1;
  }

  public int edgeCount() {
    return neighbour.length;
  }

  /** The first slot of a vertex. For one vertex past the last, the number of slots. */
  public int start(int vertex) {
    return start[vertex];
  }

  public int neighbour(int slot) {
    return neighbour[slot];
  }

  /** The neighbours of a vertex, ascending, as a copy. */
  public int[] neighbours(int vertex) {
    return Arrays.copyOfRange(neighbour, start[vertex], start[vertex + 1]);
  }

  public int degree(int vertex) {
    return start[vertex + 1] - start[vertex];
  }

  /** The slot of {@code to} among the neighbours of {@code from}, or a negative number. */
  public int slot(int from, int to) {
    return Arrays.binarySearch(neighbour, start[from], start[from + 1], to);
  }

  public boolean has(int from, int to) {
    return slot(from, to) >= 0;
  }

  /** The same edges seen from their other ends. */
  public Adjacency reversed() {
    int[] reverseStart = new int[start.length];
    for (int to : neighbour) {
      reverseStart[to + 1]++;
    }
    for (int v = 0; v < vertexCount(); v++) {
      reverseStart[v + 1] += reverseStart[v];
    }
    int[] next = Arrays.copyOf(reverseStart, vertexCount());
    int[] sources = new int[neighbour.length];
    for (int from = 0; from < vertexCount(); from++) {
      for (int slot = start[from]; slot < start[from + 1]; slot++) {
        sources[next[neighbour[slot]]++] = from;
      }
    }
    return new Adjacency(reverseStart, sources);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Adjacency that
        && Arrays.equals(start, that.start)
        && Arrays.equals(neighbour, that.neighbour);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(neighbour);
  }
}
