package org.lagroups.core.route;

import java.util.function.Consumer;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Subscription;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** Requests and replies along explicit routes through a group. */
@SuppressWarnings("DoNotCallSuggester")
public final class Router implements Machine<RouteTimer> {

  /** The protocol's number on a link. */
  public static final ProtocolId PROTOCOL = new ProtocolId(3);

  /** The longest body of a request or an answer in bytes. */
  public static final int MAX_BODY_BYTES = 60 * 1024;

  /** The longest time that a request may take in milliseconds. */
  public static final long MAX_TIMEOUT_MILLIS = 120_000;

  public Router(Environment<RouteTimer> environment, Identity identity, LaGroups groups) {
    throw new UnsupportedOperationException("lands within the hour");
  }

  /**
   * Asks the target of a route.
   *
   * @param route from this node, inside a group to which it belongs
   * @param service which of the target's services is asked
   * @param body at most {@link #MAX_BODY_BYTES}
   * @param delivery how it travels on each link. A datagram that would be too long goes {@link
   *     Delivery#ORDERED}; replies travel the same way
   * @param timeoutMillis 1 to {@link #MAX_TIMEOUT_MILLIS}
   * @param done called once, never from within this call
   * @throws IllegalArgumentException if the route does not begin here or its group is unknown, or a
   *     number is out of range
   */
  public void request(
      Route route,
      ProtocolId service,
      Bytes body,
      Delivery delivery,
      long timeoutMillis,
      Consumer<RouteReply> done) {
    throw new UnsupportedOperationException("lands within the hour");
  }

  /**
   * From now on, passes requests for {@code service} to {@code handler}.
   *
   * @return ends it
   * @throws IllegalStateException if the service has a handler
   */
  public Subscription serve(ProtocolId service, RouteHandler handler) {
    throw new UnsupportedOperationException("lands within the hour");
  }

  /** Whether a link to the node is up. */
  public boolean isLinked(NodeId node) {
    throw new UnsupportedOperationException("lands within the hour");
  }

  /** What has happened so far. */
  public RouteCounters counters() {
    throw new UnsupportedOperationException("lands within the hour");
  }

  @Override
  public void start() {}

  @Override
  public void onMessage(NodeId from, Bytes message) {}

  @Override
  public void onTimer(RouteTimer timer) {}
}
