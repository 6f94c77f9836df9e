package org.lagroups.core.route;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** How a routed request ended, for the node that made it. */
public sealed interface RouteReply {

  /** The target's answer, proven to be its own. */
  record Answered(Bytes body) implements RouteReply {}

  /** The target, provably, does not answer this. */
  record Refused(RouteRefusal reason) implements RouteReply {}

  /**
   * Something came back for this request that the target did not sign: a node on this route altered
   * or invented it. With another route to compare with, this names the route that lies.
   */
  record BadSignature(Route route) implements RouteReply {}

  /**
   * The request did not get there, because the node before {@code hop} has no link to it. Proven by
   * nothing if the break is beyond the first hop: a hint from a relay, which could as well have
   * kept silent.
   */
  record Unreachable(NodeId hop) implements RouteReply {}

  /** Nothing came back in time. */
  record TimedOut() implements RouteReply {}

  /**
   * This node has too many requests under way; nothing was sent. Try again when some have ended.
   */
  record TooMany() implements RouteReply {}
}
