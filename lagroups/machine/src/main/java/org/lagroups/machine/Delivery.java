package org.lagroups.machine;

/** How a message travels over a link. */
public enum Delivery {
  /** On its own: may be lost, doubled or overtaken. Short, and never delayed by other traffic. */
  DATAGRAM,
  /** In order and without gaps for as long as the link lasts. For the protocols' own messages. */
  ORDERED,
  /** As {@link #ORDERED}, but in an order of its own, so that bulk data never delays the rest. */
  BULK
}
