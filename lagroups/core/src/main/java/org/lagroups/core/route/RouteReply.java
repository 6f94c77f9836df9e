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
   * The request did not get there: the node before {@code hop} has no link to it, or lost it while
   * the request was under way. Beyond the first hop this is a relay's hint, proven by nothing; it
   * could as well have kept silent. If {@code hop} is the target, it may also be that this node
   * does not know the target's keys, because it is not in the view or has not been heard.
   */
  record Unreachable(NodeId hop) implements RouteReply {}

  /** Nothing came back in time. */
  record TimedOut() implements RouteReply {}

  /**
   * This node has too many requests under way; nothing was sent. Try again when some have ended.
   */
  record TooMany() implements RouteReply {}
}
