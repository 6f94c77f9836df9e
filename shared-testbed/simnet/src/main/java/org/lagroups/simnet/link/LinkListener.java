package org.lagroups.simnet.link;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** What a station tells the node that lives there. */
public interface LinkListener {

  /** A link is up. */
  void linkUp(NodeId peer);

  /** A link is gone. */
  void linkDown(NodeId peer);

  /** A link is still up, but the peer may be gone. */
  void linkInDoubt(NodeId peer);

  /** Whether the node takes messages of a protocol. */
  boolean speaks(int protocol);

  /** A message has arrived, of a protocol that the node speaks. */
  void message(NodeId from, int protocol, Bytes message);
}
