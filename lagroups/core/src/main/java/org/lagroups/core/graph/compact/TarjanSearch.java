package org.lagroups.core.graph.compact;

import java.util.Arrays;

/** Tarjan's search for strongly connected components, without recursion. Used once. */
public final class TarjanSearch {

  private final Adjacency out;

  /** By vertex: when it was first seen, from 1 up; 0 before that. */
  private final int[] seenAt;

  /** By vertex: the earliest vertex, by time seen, known to be in the same component. */
  private final int[] low;

  /** By vertex: the next edge to look at. */
  private final int[] cursor;

  /** By vertex: one vertex of its component, the same for all of them; -1 until known. */
  private final int[] leader;

  private final int[] branch;
  private final int[] open;
  private int branchLength;
  private int openCount;
  private int time;

  public TarjanSearch(Adjacency out) {
    int n = out.vertexCount();
    this.out = out;
    this.seenAt = new int[n];
    this.low = new int[n];
    this.cursor = new int[n];
    this.leader = new int[n];
    this.branch = new int[n];
    this.open = new int[n];
  }

  /** By vertex: one vertex of its component, the same for all of them. */
  public int[] leaders() {
    Arrays.fill(leader, -1);
    for (int root = 0; root < out.vertexCount(); root++) {
      if (seenAt[root] == 0) {
        searchFrom(root);
      }
    }
    return leader;
  }

  private void searchFrom(int root) {
    enter(root);
    while (branchLength > 0) {
      int v = branch[branchLength - 1];
      if (cursor[v] < out.start[v + 1]) {
        int w = out.neighbour[cursor[v]++];
        if (seenAt[w] == 0) {
          enter(w);
        } else if (leader[w] < 0) {
          low[v] = Math.min(low[v], seenAt[w]);
        }
      } else {
        leave(v);
      }
    }
  }

  private void enter(int v) {
    seenAt[v] = ++time;
    low[v] = time;
    cursor[v] = out.start[v];
    branch[branchLength++] = v;
    open[openCount++] = v;
  }

  private void leave(int v) {
    branchLength--;
    if (branchLength > 0) {
      int parent = branch[branchLength - 1];
      low[parent] = Math.min(low[parent], low[v]);
    }
    if (low[v] == seenAt[v]) {
      int member;
      do {
        member = open[--openCount];
        leader[member] = v;
      } while (member != v);
    }
  }
}
