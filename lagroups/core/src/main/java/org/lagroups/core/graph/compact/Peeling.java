package org.lagroups.core.graph.compact;

/**
 * Finds the largest set of vertices each of which has enough edges to and from it within the set:
 * whoever has too few is taken away, until all that is left has enough. As taking one away never
 * gives another more, the order makes no difference. In linear time.
 */
public final class Peeling {

  private Peeling() {}

  /**
   * By vertex, whether it is in the set.
   *
   * @param least how many edges in each direction; 0 or more
   */
  public static boolean[] core(Adjacency out, Adjacency in, int least) {
    int n = out.vertexCount();
    int[] outward = new int[n];
    int[] inward = new int[n];
    boolean[] stays = new boolean[n];
    int[] leaving = new int[n];
    int count = 0;
    for (int v = 0; v < n; v++) {
      outward[v] = out.degree(v);
      inward[v] = in.degree(v);
      stays[v] = outward[v] >= least && inward[v] >= least;
      if (!stays[v]) {
        leaving[count++] = v;
      }
    }
    for (int next = 0; next < count; next++) {
      int v = leaving[next];
      count = takeOne(out, v, inward, least, stays, leaving, count);
      count = takeOne(in, v, outward, least, stays, leaving, count);
    }
    return stays;
  }

  /** All neighbours of a vertex that leaves have one edge less. */
  private static int takeOne(
      Adjacency direction,
      int leaver,
      int[] degrees,
      int least,
      boolean[] stays,
      int[] leaving,
      int leavingCount) {
    int count = leavingCount;
    for (int slot = direction.start[leaver]; slot < direction.start[leaver + 1]; slot++) {
      int w = direction.neighbour[slot];
      degrees[w]--;
      if (stays[w] && degrees[w] < least) {
        stays[w] = false;
        leaving[count++] = w;
      }
    }
    return count;
  }
}
