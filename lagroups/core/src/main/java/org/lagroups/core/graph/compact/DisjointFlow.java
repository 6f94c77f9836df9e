package org.lagroups.core.graph.compact;

import java.util.Arrays;

/**
 * A growing set of internally vertex-disjoint paths from a source to a sink, and the residual
 * network around it.
 *
 * <p>The network is the usual one: every vertex v is split into an entry (state 2v) and an exit
 * (state 2v + 1) joined by an arc of capacity 1. It is never stored. As every inner vertex lies on
 * at most one path, the vertex before and the one after it on that path say all about the flow, and
 * starting a new pair costs only a few array fills.
 *
 * <p>The direct edge and all paths of two hops are fixed from the start: some largest set of
 * disjoint paths, and one of least total length, has them all. (If a vertex v joins source and
 * sink, the path through v, if any, can be replaced by the two hops over v.) In the dense graphs of
 * groups little is left to search.
 */
public final class DisjointFlow {

  static final int NONE = -1;

  final Adjacency out;
  final Adjacency in;

  /** By vertex: its predecessor on its path, or {@link #NONE} if it is on none. */
  final int[] before;

  /** By vertex: its successor on its path. Not kept for the source. */
  final int[] after;

  /**
   * By vertex: out of the search, as its two-hop path is fixed, or it is excluded or the source.
   */
  final boolean[] settled;

  int source = NONE;
  int sink = NONE;

  /** By vertex: whether it attests to the sink. */
  private final boolean[] attestsToSink;

  private boolean direct;
  private int twoHopCount;
  private int searchedCount;
  private int searchedBound;

  /** For the graph of these edges, seen from their sources and from their targets. */
  public DisjointFlow(Adjacency out, Adjacency in) {
    this.out = out;
    this.in = in;
    this.before = new int[out.vertexCount()];
    this.after = new int[out.vertexCount()];
    this.settled = new boolean[out.vertexCount()];
    this.attestsToSink = new boolean[out.vertexCount()];
  }

  static int entry(int vertex) {
    return 2 * vertex;
  }

  static int exit(int vertex) {
    return 2 * vertex + 1;
  }

  static int vertex(int state) {
    return state >> 1;
  }

  static boolean isExit(int state) {
    return (state & 1) == 1;
  }

  /** Starts over with another pair of different vertices, and fixes their paths of 1 or 2 hops. */
  public void begin(int newSource, int newSink) {
    Arrays.fill(before, NONE);
    Arrays.fill(after, NONE);
    Arrays.fill(settled, false);
    Arrays.fill(attestsToSink, false);
    source = newSource;
    sink = newSink;
    for (int slot = in.start[sink]; slot < in.start[sink + 1]; slot++) {
      attestsToSink[in.neighbour[slot]] = true;
    }
    direct = attestsToSink[source];
    settled[source] = true;
    twoHopCount = 0;
    searchedCount = 0;
    fixTwoHopPaths();
    searchedBound = Math.min(out.degree(source), in.degree(sink)) - pathCount();
  }

  /**
   * Leaves a vertex out of the search, as if it were not in the graph. Only before the first path
   * is searched; what is on a fixed path stays there.
   */
  public void exclude(int vertex) {
    settled[vertex] = true;
  }

  /** How many paths there are so far. */
  public int pathCount() {
    return twoHopCount + searchedCount + (direct ? 1 : 0);
  }

  /** Whether the degrees of the two ends already rule out another path. */
  boolean isSaturated() {
    return searchedCount >= searchedBound;
  }

  /** Whether a vertex lies on a path. */
  boolean isUsed(int vertex) {
    return before[vertex] != NONE;
  }

  /**
   * Whether an edge to this vertex is to be searched; edges to the sink are looked at separately.
   * Edges have no capacity of their own, so one that is in the flow stays open.
   */
  boolean isOpen(int to) {
    return !settled[to] && to != sink;
  }

  /** Whether the residual network has an edge from a vertex that is not settled to the sink. */
  boolean opensToSink(int vertex) {
    return attestsToSink[vertex] && vertex != source && after[vertex] != sink;
  }

  /**
   * The one state that follows an entry: through a free vertex, or else back along the path through
   * it; {@link #NONE} if that path comes from the source.
   */
  int behindEntry(int vertex) {
    int previous = before[vertex];
    if (previous == NONE) {
      return exit(vertex);
    }
    return previous == source ? NONE : exit(previous);
  }

  /**
   * Adds a path along an augmenting walk through the residual network: where the walk goes back
   * over an edge of the flow, that edge is given up.
   *
   * @param states the walk from the source's exit on, without the sink
   * @param length how many of {@code states} belong to it
   */
  void augment(int[] states, int length) {
    for (int i = 1; i < length; i++) {
      if (isBackward(states[i - 1], states[i])) {
        before[vertex(states[i - 1])] = NONE;
        after[vertex(states[i])] = NONE;
      }
    }
    for (int i = 1; i < length; i++) {
      if (isExit(states[i - 1]) && vertex(states[i - 1]) != vertex(states[i])) {
        join(vertex(states[i - 1]), vertex(states[i]));
      }
    }
    after[vertex(states[length - 1])] = sink;
    searchedCount++;
  }

  /** The paths as vertices from source to sink: first the direct one, then by second vertex. */
  public int[][] paths() {
    int[][] paths = new int[pathCount()][];
    int count = 0;
    if (direct) {
      paths[count++] = new int[] {source, sink};
    }
    for (int slot = out.start[source]; slot < out.start[source + 1]; slot++) {
      int first = out.neighbour[slot];
      if (first != sink && before[first] == source) {
        paths[count++] = pathOver(first);
      }
    }
    return paths;
  }

  private void fixTwoHopPaths() {
    for (int slot = out.start[source]; slot < out.start[source + 1]; slot++) {
      int v = out.neighbour[slot];
      if (attestsToSink[v]) {
        before[v] = source;
        after[v] = sink;
        settled[v] = true;
        twoHopCount++;
      }
    }
  }

  private boolean isBackward(int state, int next) {
    return !isExit(state) && vertex(state) != vertex(next);
  }

  private void join(int from, int to) {
    before[to] = from;
    if (from != source) {
      after[from] = to;
    }
  }

  private int[] pathOver(int first) {
    int length = 2;
    for (int v = first; v != sink; v = after[v]) {
      length++;
    }
    int[] path = new int[length];
    path[0] = source;
    int at = 1;
    for (int v = first; v != sink; v = after[v]) {
      path[at++] = v;
    }
    path[at] = sink;
    return path;
  }
}
