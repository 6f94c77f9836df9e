package org.lagroups.core.route;

/** Why a message was dropped without a reply. */
public enum RouteDrop {
  /** Not a message of this protocol. */
  MALFORMED,
  /** The sender is not this node's neighbour on the route that the message names. */
  WRONG_ROUTE,
  /** This node, or a neighbour on the route, is not in the group, as far as this node sees. */
  NOT_A_MEMBER,
  /** The sender has used up its budget. */
  OVER_BUDGET,
  /** A reply to no request that is under way. */
  UNKNOWN_REQUEST,
  /** A request that came before, or whose time has run out. */
  STALE,
  /** A reply that its target did not make. */
  BAD_SIGNATURE,
  /** No link to the next node on the route, or its queue is full. */
  NO_LINK
}
