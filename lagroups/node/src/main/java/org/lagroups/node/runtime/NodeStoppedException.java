package org.lagroups.node.runtime;

/** The node no longer runs, so it cannot do what it was asked. */
public final class NodeStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NodeStoppedException() {
    super("the node is stopping");
  }
}
