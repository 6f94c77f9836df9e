package org.lagroups.core.graph.compact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The largest set of internally vertex-disjoint paths of a bounded length. From 5 hops on that is
 * NP-hard (Itai, Perl and Shiloach, "The complexity of finding maximum disjoint paths with length
 * constraints", Networks 12, 1982), so it branches and bounds, within a budget, and only where few
 * vertices are near enough to both ends to matter.
 *
 * <p>Some largest set has the direct edge and all paths of two hops, as in {@link DisjointFlow},
 * and in each other path only the first inner vertex follows the source, only the last one precedes
 * the sink, and no edge leaps ahead: any other path can be cut short. So it branches over the first
 * inner vertices, and for each over such paths.
 *
 * <p>The bound: k paths of at most l hops have at most k·l in total. Where already the k paths with
 * the fewest hops in total have more, there are no such k. Most often the paths found on the way to
 * that bound are short enough themselves, and nothing is left to branch over.
 */
public final class ShortPathsSearch {

  /** The most vertices on paths of three or more hops among which it branches. */
  public static final int MAX_BRANCHING = 64;

  private static final int FAR = Integer.MAX_VALUE / 2;

  /** How many steps it costs to bound a sub-problem, in the steps of one vertex on a path. */
  private static final int STEPS_A_BOUND = 100;

  private final Adjacency out;
  private final Adjacency in;
  private final DisjointFlow flow;
  private final CheapestSearch cheapest;
  private final int[] fromSource;
  private final int[] toSink;
  private final int[] queue;

  /** By vertex: chosen, left out by choice, on a fixed path, or of no use to a short path. */
  private final boolean[] taken;

  private final List<int[]> chosen = new ArrayList<>();
  private List<int[]> best = List.of();
  private int[] path = {};
  private int source;
  private int sink;
  private int maxHops;
  private long steps;

  /** For the graph of these edges, seen from their sources and from their targets. */
  public ShortPathsSearch(Adjacency out, Adjacency in) {
    int n = out.vertexCount();
    this.out = out;
    this.in = in;
    this.flow = new DisjointFlow(out, in);
    this.cheapest = new CheapestSearch(flow);
    this.fromSource = new int[n];
    this.toSink = new int[n];
    this.queue = new int[n];
    this.taken = new boolean[n];
  }

  /**
   * Searches for one pair of different vertices.
   *
   * @param newMaxHops 2 or more
   * @param budget how many steps it may take before it gives up
   * @return how many paths there are at most; it is exact if {@link #paths} are as many
   */
  public int search(int newSource, int newSink, int newMaxHops, long budget) {
    source = newSource;
    sink = newSink;
    maxHops = newMaxHops;
    steps = budget;
    chosen.clear();
    best = List.of();
    int near = takeAllButNear();
    path = new int[near + 2];
    int upper = bound();
    if (near > MAX_BRANCHING) {
      return upper;
    }
    branch(upper);
    return steps < 0 ? upper : best.size();
  }

  /** The paths found, from source to sink. */
  public List<int[]> paths() {
    return best;
  }

  /** Leaves those that may lie on a short path of three or more hops, and counts them. */
  private int takeAllButNear() {
    measure(out, source, sink, fromSource);
    measure(in, sink, source, toSink);
    int near = 0;
    for (int v = 0; v < taken.length; v++) {
      int hops = fromSource[v] + toSink[v];
      taken[v] = v == source || v == sink || hops > maxHops || hops == 2;
      near += taken[v] ? 0 : 1;
    }
    return near;
  }

  /** The distances in hops from one end, on paths around the other. */
  private void measure(Adjacency direction, int end, int other, int[] distance) {
    Arrays.fill(distance, FAR);
    int queued = 0;
    distance[end] = 0;
    queue[queued++] = end;
    for (int next = 0; next < queued; next++) {
      int v = queue[next];
      for (int slot = direction.start[v]; slot < direction.start[v + 1]; slot++) {
        int w = direction.neighbour[slot];
        if (distance[w] == FAR && w != other) {
          distance[w] = distance[v] + 1;
          queue[queued++] = w;
        }
      }
    }
  }

  /** How many paths there are at most, the chosen ones included; keeps good ones on its way. */
  private int bound() {
    flow.begin(source, sink);
    for (int v = 0; v < taken.length; v++) {
      if (taken[v]) {
        flow.exclude(v);
      }
    }
    keepShort(flow.paths());
    int fixed = flow.pathCount();
    int searched = 0;
    cheapest.begin();
    while (cheapest.growByOne()) {
      int[][] paths = flow.paths();
      if (hopsOfSearched(paths) > (long) maxHops * (flow.pathCount() - fixed)) {
        break;
      }
      searched = flow.pathCount() - fixed;
      keepShort(paths);
    }
    return chosen.size() + fixed + searched;
  }

  private static long hopsOfSearched(int[][] paths) {
    return Arrays.stream(paths).mapToLong(one -> one.length - 1).filter(hops -> hops > 2).sum();
  }

  private void keepShort(int[][] paths) {
    long isShort = Arrays.stream(paths).filter(one -> one.length - 1 <= maxHops).count();
    if (chosen.size() + isShort > best.size()) {
      List<int[]> better = new ArrayList<>(chosen);
      Arrays.stream(paths).filter(one -> one.length - 1 <= maxHops).forEach(better::add);
      best = better;
    }
  }

  /** Tries all ways to go on after {@link #bound}, which left its paths in the flow. */
  private void branch(int upper) {
    if (upper <= best.size()) {
      return;
    }
    int first = firstOfLongest();
    path[0] = source;
    path[1] = first;
    taken[first] = true;
    extend(1, upper);
    if (isOpen(upper)) {
      steps -= STEPS_A_BOUND;
      branch(bound());
    }
    taken[first] = false;
  }

  private boolean isOpen(int upper) {
    return steps >= 0 && best.size() < upper;
  }

  /** The longest path is too long, or the bound would have been reached. */
  private int firstOfLongest() {
    return Arrays.stream(flow.paths())
        .max(Comparator.comparingInt((int[] one) -> one.length))
        .orElseThrow()[1];
  }

  /** Tries all ends of the path whose first vertices are set, of which the last is at an index. */
  private void extend(int at, int upper) {
    int v = path[at];
    steps--;
    if (toSink[v] == 1) {
      choose(at);
      return;
    }
    for (int slot = out.start[v]; slot < out.start[v + 1] && isOpen(upper); slot++) {
      int w = out.neighbour[slot];
      if (!taken[w] && at + 1 + toSink[w] <= maxHops && !isReachedBefore(w, at)) {
        taken[w] = true;
        path[at + 1] = w;
        extend(at + 1, upper);
        taken[w] = false;
      }
    }
  }

  /** Whether an earlier vertex of the path attests to one, so that the path could be cut short. */
  private boolean isReachedBefore(int w, int at) {
    for (int i = 0; i < at; i++) {
      if (out.has(path[i], w)) {
        return true;
      }
    }
    return false;
  }

  /** Looks at the sub-problem that is left when the path is chosen. */
  private void choose(int at) {
    int[] begun = path;
    int[] whole = Arrays.copyOf(begun, at + 2);
    whole[at + 1] = sink;
    chosen.add(whole);
    steps -= STEPS_A_BOUND;
    path = new int[begun.length];
    branch(bound());
    path = begun;
    chosen.removeLast();
  }
}
