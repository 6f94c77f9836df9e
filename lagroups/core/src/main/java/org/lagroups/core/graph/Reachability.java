package org.lagroups.core.graph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.lagroups.core.graph.compact.Adjacency;

/**
 * What can be reached along attestations.
 *
 * <p>"The set of all nodes that can be reached from a node along its attestation links is called
 * its view" (paper, section 2). Functions only; any thread.
 */
public final class Reachability {

  private Reachability() {}

  /**
   * The view of {@code root}: all it reaches along attestations, in natural order, itself included
   * (even alone, when it is not in the graph). In time linear in the size of the graph.
   */
  public static <V> SequencedSet<V> from(AttestationGraph<V> graph, V root) {
    return reached(graph, graph.out(), root);
  }

  /**
   * Those whose view contains {@code target}, in natural order, itself included (even alone, when
   * it is not in the graph). In time linear in the size of the graph.
   */
  public static <V> SequencedSet<V> to(AttestationGraph<V> graph, V target) {
    return reached(graph, graph.in(), target);
  }

  private static <V> SequencedSet<V> reached(
      AttestationGraph<V> graph, Adjacency direction, V origin) {
    SequencedSet<V> members = new LinkedHashSet<>();
    int start = graph.indexOf(origin);
    if (start < 0) {
      members.add(origin);
      return Collections.unmodifiableSequencedSet(members);
    }
    boolean[] seen = search(direction, start);
    for (int v = 0; v < seen.length; v++) {
      if (seen[v]) {
        members.add(graph.vertexAt(v));
      }
    }
    return Collections.unmodifiableSequencedSet(members);
  }

  private static boolean[] search(Adjacency direction, int origin) {
    boolean[] seen = new boolean[direction.vertexCount()];
    int[] queue = new int[direction.vertexCount()];
    int queued = 0;
    queue[queued++] = origin;
    seen[origin] = true;
    for (int next = 0; next < queued; next++) {
      int v = queue[next];
      for (int slot = direction.start(v); slot < direction.start(v + 1); slot++) {
        int w = direction.neighbour(slot);
        if (!seen[w]) {
          seen[w] = true;
          queue[queued++] = w;
        }
      }
    }
    return seen;
  }
}
