package org.lagroups.core.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.testing.FakeLaGroups;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** Members of one group in a row, each linked to the next. All see all. */
final class RouteWorld {

  static final Duration PATIENCE = Duration.ofSeconds(10);

  final Simulation sim = new Simulation(Seeds.one());
  final GroupId group = GroupId.random(sim.random("group"));
  final List<Identity> identities;
  final List<SimNode<RoutingNode>> nodes = new ArrayList<>();

  /** Of {@code count} honest nodes. */
  RouteWorld(int count) {
    this(count, -1, LyingRelay.Target.ANSWERS, UnaryOperator.identity());
  }

  /** Of nodes of which one, {@code liar}, alters what it passes on. */
  RouteWorld(int count, int liar, LyingRelay.Target target, UnaryOperator<Bytes> lie) {
    identities =
        IntStream.range(0, count)
            .mapToObj(i -> Identity.generate(sim.random("identity " + i)))
            .toList();
    sim.network().conditions(Conditions.PERFECT);
    sim.network().latencyMillis(5);
    for (int i = 0; i < count; i++) {
      int index = i;
      nodes.add(
          sim.addNode(
              "n" + i,
              identities.get(i).nodeId(),
              host -> install(host, index, index == liar, target, lie)));
    }
    for (int i = 1; i < count; i++) {
      link(i - 1, i);
    }
    sim.runFor(Duration.ofSeconds(2));
  }

  void link(int one, int other) {
    nodes.get(one).keepLink(nodes.get(other));
  }

  RoutingNode node(int index) {
    return nodes.get(index).app();
  }

  NodeId id(int index) {
    return identities.get(index).nodeId();
  }

  Route route(int... indices) {
    return new Route(group, IntStream.of(indices).mapToObj(this::id).toList());
  }

  /** Asks along a route, and waits for the outcome. */
  RouteReply ask(Route route, ProtocolId service, Bytes body) {
    return ask(route, service, body, Delivery.ORDERED);
  }

  RouteReply ask(Route route, ProtocolId service, Bytes body, Delivery delivery) {
    List<RouteReply> outcome = new ArrayList<>();
    origin(route)
        .router()
        .request(route, service, body, delivery, PATIENCE.toMillis(), outcome::add);
    sim.runUntil("an outcome", PATIENCE.plusSeconds(1), () -> !outcome.isEmpty());
    return outcome.getFirst();
  }

  /** Asks and does not wait; what comes is in the origin's {@link RoutingNode#replies}. */
  void askLater(Route route, ProtocolId service, Bytes body) {
    RoutingNode origin = origin(route);
    origin
        .router()
        .request(
            route, service, body, Delivery.ORDERED, PATIENCE.toMillis(), origin.replies()::add);
  }

  private RoutingNode origin(Route route) {
    return nodes.stream()
        .filter(node -> node.id().equals(route.origin()))
        .findFirst()
        .orElseThrow()
        .app();
  }

  private RoutingNode install(
      Host host, int index, boolean lies, LyingRelay.Target target, UnaryOperator<Bytes> lie) {
    FakeLaGroups groups = new FakeLaGroups(host.self(), group, GroupSettings.DEFAULT);
    identities.forEach(identity -> groups.enter(identity.publicIdentity()));
    Installed installed = new Installed();
    host.<RouteTimer, Machine<RouteTimer>>install(
        Router.PROTOCOL,
        environment -> {
          RoutingNode node = RoutingNode.honest(environment, identities.get(index), groups);
          installed.node = node;
          return lies ? new LyingRelay(node.router(), target, lie) : node.router();
        });
    return Objects.requireNonNull(installed.node);
  }

  private static final class Installed {
    private @Nullable RoutingNode node;
  }
}
