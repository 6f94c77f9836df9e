package org.lagroups.multicast.plan.bound;

/** Sets of nodes, each a bit of a word. */
public final class NodeSet {

  private NodeSet() {}

  /** Whether a node is in a set. */
  public static boolean has(long set, int node) {
    return ((set >>> node) & 1) != 0;
  }
}
