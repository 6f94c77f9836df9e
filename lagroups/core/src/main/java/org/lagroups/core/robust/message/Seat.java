package org.lagroups.core.robust.message;

import io.microraft.RaftEndpoint;
import org.lagroups.machine.NodeId;

/**
 * A node's place in the agreement: the node, with one life of its state of it. A node that has lost
 * that state takes another seat, and never votes from the old one again.
 *
 * @param incarnation drawn at random when the state was begun
 */
public record Seat(NodeId node, long incarnation) implements RaftEndpoint {

  @Override
  public Object getId() {
    return toString();
  }

  @Override
  public String toString() {
    return node.abbreviated() + "/" + Long.toHexString(incarnation);
  }
}
