package org.lagroups.core.graph.compact;

import static org.lagroups.core.graph.compact.DisjointFlow.NONE;
import static org.lagroups.core.graph.compact.DisjointFlow.entry;
import static org.lagroups.core.graph.compact.DisjointFlow.exit;
import static org.lagroups.core.graph.compact.DisjointFlow.isExit;
import static org.lagroups.core.graph.compact.DisjointFlow.vertex;

import java.util.Arrays;

/**
 * Grows a {@link DisjointFlow} path by path so that, at every number of paths, their total number
 * of hops is the least possible: successive shortest augmenting walks, with potentials that keep
 * all lengths at 0 or above for Dijkstra's algorithm (the method of Suurballe and of Edmonds and
 * Karp).
 */
public final class CheapestSearch {

  private static final int FAR = Integer.MAX_VALUE;

  private final DisjointFlow flow;
  private final int[] distance;
  private final int[] potential;
  private final int[] previous;
  private final int[] walk;
  private final IndexHeap heap = new IndexHeap();

  public CheapestSearch(DisjointFlow flow) {
    int states = 2 * flow.out.vertexCount();
    this.flow = flow;
    this.distance = new int[states];
    this.potential = new int[states];
    this.previous = new int[states];
    this.walk = new int[states];
  }

  /**
   * Adds paths until there are {@code limit}, or no more are possible. The flow has just begun: it
   * has nothing but its fixed paths.
   */
  public void grow(int limit) {
    begin();
    boolean more = true;
    while (more && flow.pathCount() < limit) {
      more = growByOne();
    }
  }

  /** Starts over with a flow that has just begun, and may have had vertices excluded since. */
  public void begin() {
    Arrays.fill(potential, 0);
  }

  /** Adds one path; false if no more are possible. Between calls nothing else changes the flow. */
  public boolean growByOne() {
    if (flow.isSaturated() || !reachSink()) {
      return false;
    }
    flow.augment(walk, traceWalk());
    updatePotentials();
    return true;
  }

  /** The sink's entry stands for the sink, and is reached last. */
  private boolean reachSink() {
    Arrays.fill(distance, FAR);
    heap.clear();
    distance[exit(flow.source)] = 0;
    previous[exit(flow.source)] = NONE;
    heap.add(0, exit(flow.source));
    while (!heap.isEmpty()) {
      double key = heap.firstKey();
      int state = heap.removeFirst();
      if (state == entry(flow.sink)) {
        return true;
      }
      if (key == distance[state]) {
        relaxFrom(state);
      }
    }
    return false;
  }

  private void relaxFrom(int state) {
    int v = vertex(state);
    if (!isExit(state)) {
      int next = flow.behindEntry(v);
      if (next != NONE) {
        relax(state, next, vertex(next) == v ? 0 : -1);
      }
      return;
    }
    for (int slot = flow.out.start[v]; slot < flow.out.start[v + 1]; slot++) {
      int w = flow.out.neighbour[slot];
      if (flow.isOpen(w)) {
        relax(state, entry(w), 1);
      }
    }
    if (flow.opensToSink(v)) {
      relax(state, entry(flow.sink), 1);
    }
    if (flow.isUsed(v)) {
      relax(state, entry(v), 0);
    }
  }

  private void relax(int state, int next, int hops) {
    int through = distance[state] + hops + potential[state] - potential[next];
    if (through < distance[next]) {
      distance[next] = through;
      previous[next] = state;
      heap.add(through, next);
    }
  }

  /** Writes the walk to the sink, without the sink, and returns its length. */
  private int traceWalk() {
    int length = 0;
    for (int state = previous[entry(flow.sink)]; state != NONE; state = previous[state]) {
      length++;
    }
    int at = length;
    for (int state = previous[entry(flow.sink)]; state != NONE; state = previous[state]) {
      walk[--at] = state;
    }
    return length;
  }

  private void updatePotentials() {
    int toSink = distance[entry(flow.sink)];
    for (int state = 0; state < distance.length; state++) {
      if (distance[state] < toSink) {
        potential[state] += distance[state] - toSink;
      }
    }
  }
}
