package org.lagroups.scenarios.demo;

import java.util.List;
import java.util.Set;

/**
 * What is drawn of a group's attestation graph.
 *
 * @param nodes names in the order in which they stand on the circle
 * @param edges attestations between two of the nodes
 * @param cut pairs that cannot talk directly
 * @param paths paths to make stand out, each a list of names
 * @param gone nodes that have been killed
 * @param liars nodes known to lie
 */
record GraphPicture(
    List<String> nodes,
    Set<Edge> edges,
    Set<Edge> cut,
    List<List<String>> paths,
    Set<String> gone,
    Set<String> liars) {

  GraphPicture {
    nodes = List.copyOf(nodes);
    edges = Set.copyOf(edges);
    cut = Set.copyOf(cut);
    paths = List.copyOf(paths);
    gone = Set.copyOf(gone);
    liars = Set.copyOf(liars);
  }

  /** A directed edge between two nodes, by name. */
  record Edge(String from, String to) {

    Edge reversed() {
      return new Edge(to, from);
    }
  }

  /** The index in {@link #paths} of the path that takes this edge, or -1. */
  int pathWith(Edge edge) {
    for (int i = 0; i < paths.size(); i++) {
      List<String> path = paths.get(i);
      for (int at = 0; at + 1 < path.size(); at++) {
        if (path.get(at).equals(edge.from()) && path.get(at + 1).equals(edge.to())) {
          return i;
        }
      }
    }
    return -1;
  }
}
