package org.lagroups.simnet.net;

import org.lagroups.machine.NodeId;

/** A node, as the network sees it. */
public interface Endpoint {

  /** Which node it is. */
  NodeId id();

  /** Its number in its simulation, from 0 in the order in which nodes were added. */
  int index();

  /** Its name in traces. */
  String name();
}
