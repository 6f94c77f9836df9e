package org.lagroups.core.graph.compact;

import static org.lagroups.core.graph.compact.DisjointFlow.NONE;
import static org.lagroups.core.graph.compact.DisjointFlow.entry;
import static org.lagroups.core.graph.compact.DisjointFlow.exit;
import static org.lagroups.core.graph.compact.DisjointFlow.isExit;
import static org.lagroups.core.graph.compact.DisjointFlow.vertex;

import java.util.Arrays;

/**
 * Grows a {@link DisjointFlow} to the largest by Dinic's algorithm: a breadth-first search puts the
 * residual network into layers, then a depth-first search takes as many augmenting walks as the
 * layers hold. On a network of this kind that takes O(√n) rounds of linear time each.
 */
public final class LayeredSearch {

  private final DisjointFlow flow;
  private final int[] layer;
  private final int[] queue;
  private final int[] walk;
  private final int[] cursor;

  public LayeredSearch(DisjointFlow flow) {
    int states = 2 * flow.out.vertexCount();
    this.flow = flow;
    this.layer = new int[states];
    this.queue = new int[states];
    this.walk = new int[states + 1];
    this.cursor = new int[states + 1];
  }

  /** Adds paths until there are {@code limit}, or no more are possible. */
  public void grow(int limit) {
    while (flow.pathCount() < limit && !flow.isSaturated() && layOut()) {
      takeWalks(limit);
    }
  }

  /**
   * Of a largest flow: the vertices whose removal leaves no path of two or more hops, ascending;
   * those closest to the source. There are as many as paths (Menger's theorem).
   */
  public int[] cut() {
    boolean found = layOut();
    if (found) {
      throw new IllegalStateException("the flow is not the largest yet");
    }
    int[] members = new int[flow.out.vertexCount()];
    int count = 0;
    for (int v = 0; v < members.length; v++) {
      boolean onTheBrink = layer[entry(v)] != NONE && layer[exit(v)] == NONE;
      if (v != flow.source && (flow.settled[v] || onTheBrink)) {
        members[count++] = v;
      }
    }
    return Arrays.copyOf(members, count);
  }

  /** Numbers the states by their distance from the source; whether the sink is among them. */
  private boolean layOut() {
    Arrays.fill(layer, NONE);
    int queued = 0;
    queue[queued++] = exit(flow.source);
    layer[exit(flow.source)] = 0;
    for (int next = 0; next < queued; next++) {
      int state = queue[next];
      if (isExit(state)) {
        if (flow.opensToSink(vertex(state))) {
          return true;
        }
        queued = layOutFromExit(state, queued);
      } else {
        queued = layOut(flow.behindEntry(vertex(state)), layer[state] + 1, queued);
      }
    }
    return false;
  }

  private int layOutFromExit(int state, int queued) {
    int v = vertex(state);
    int count = queued;
    for (int slot = flow.out.start[v]; slot < flow.out.start[v + 1]; slot++) {
      int w = flow.out.neighbour[slot];
      if (flow.isOpen(w)) {
        count = layOut(entry(w), layer[state] + 1, count);
      }
    }
    return flow.isUsed(v) ? layOut(entry(v), layer[state] + 1, count) : count;
  }

  private int layOut(int state, int depth, int queued) {
    if (state == NONE || layer[state] != NONE) {
      return queued;
    }
    layer[state] = depth;
    queue[queued] = state;
    return queued + 1;
  }

  /** Depth first through the layers; each state is tried once a round. */
  private void takeWalks(int limit) {
    int root = exit(flow.source);
    int depth = 0;
    walk[0] = root;
    cursor[0] = flow.out.start[flow.source];
    while (depth >= 0) {
      int state = walk[depth];
      if (isExit(state) && flow.opensToSink(vertex(state))) {
        flow.augment(walk, depth + 1);
        if (flow.pathCount() == limit || flow.isSaturated()) {
          return;
        }
        depth = 0;
        continue;
      }
      int next = advance(state, depth);
      if (next == NONE) {
        depth--;
      } else {
        layer[next] = NONE;
        depth++;
        walk[depth] = next;
        cursor[depth] = isExit(next) ? flow.out.start[vertex(next)] : 0;
      }
    }
  }

  /** The next state one layer further that was not tried yet, or {@link DisjointFlow#NONE}. */
  private int advance(int state, int depth) {
    int v = vertex(state);
    if (!isExit(state)) {
      int next = flow.behindEntry(v);
      return next != NONE && layer[next] == depth + 1 ? next : NONE;
    }
    while (cursor[depth] < flow.out.start[v + 1]) {
      int w = flow.out.neighbour[cursor[depth]++];
      if (layer[entry(w)] == depth + 1 && flow.isOpen(w)) {
        return entry(w);
      }
    }
    return flow.isUsed(v) && layer[entry(v)] == depth + 1 ? entry(v) : NONE;
  }
}
