package org.lagroups.core.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.testing.FakeLaGroups;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * A simulated node that answers every request for {@link #ECHO} with the same bytes, and keeps
 * those for {@link #KEEP} to be answered by the test.
 */
record RoutingNode(
    Router router,
    FakeLaGroups groups,
    Environment<RouteTimer> environment,
    List<RoutedRequest> received,
    List<Responder> kept,
    List<RouteReply> replies) {

  static final ProtocolId ECHO = new ProtocolId(20);
  static final ProtocolId KEEP = new ProtocolId(21);

  RoutingNode(Router router, FakeLaGroups groups, Environment<RouteTimer> environment) {
    this(router, groups, environment, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    router.serve(
        ECHO,
        (request, responder) -> {
          received.add(request);
          responder.answer(request.body());
        });
    router.serve(
        KEEP,
        (request, responder) -> {
          received.add(request);
          kept.add(responder);
        });
  }

  static RoutingNode honest(
      Environment<RouteTimer> environment, Identity identity, FakeLaGroups groups) {
    return new RoutingNode(new Router(environment, identity, groups), groups, environment);
  }

  /** Sends whatever it likes. */
  void sendRaw(NodeId to, Bytes message) {
    environment.send(to, Delivery.ORDERED, message);
  }

  Map<RouteDrop, Long> dropped() {
    return router.counters().dropped();
  }
}
