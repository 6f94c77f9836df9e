package org.lagroups.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.ProtocolId;

/** Five honest nodes in a row. */
final class RouterTest {

  private static final Bytes BODY = Bytes.fromHex("c0ffee");

  private final RouteWorld world = new RouteWorld(5);

  @Test
  void answersOverADirectLinkWithoutAnySignature() {
    RouteReply reply = world.ask(world.route(0, 1), RoutingNode.ECHO, BODY);

    assertThat(reply).isEqualTo(new RouteReply.Answered(BODY));
    assertThat(world.node(0).router().counters().signatureChecks()).isZero();
    assertThat(world.node(1).router().counters().signatureChecks()).isZero();
    assertThat(world.node(0).router().counters().checksSaved()).isEqualTo(1);
  }

  @Test
  void answersOverRelaysThatCheckNothing() {
    RouteReply reply = world.ask(world.route(0, 1, 2, 3, 4), RoutingNode.ECHO, BODY);

    assertThat(reply).isEqualTo(new RouteReply.Answered(BODY));
    assertThat(world.node(2).router().counters().relayed()).isEqualTo(2);
    assertThat(world.node(2).router().counters().signatureChecks()).isZero();
    assertThat(world.node(0).router().counters().signatureChecks()).isEqualTo(1);
    assertThat(world.node(4).router().counters().signatureChecks()).isEqualTo(1);
  }

  @Test
  void tellsTheHandlerWhoAsksInWhichGroup() {
    world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY);

    RoutedRequest request = world.node(2).received().getFirst();
    assertThat(request.origin()).isEqualTo(world.id(0));
    assertThat(request.group()).isEqualTo(world.group);
    assertThat(request.body()).isEqualTo(BODY);
  }

  @Test
  void carriesTheLongestBodyBothWays() {
    Bytes longest = Bytes.wrapOwned(new byte[Router.MAX_BODY_BYTES]);

    RouteReply reply =
        world.ask(world.route(0, 1, 2, 3, 4), RoutingNode.ECHO, longest, Delivery.BULK);

    assertThat(reply).isEqualTo(new RouteReply.Answered(longest));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            world.ask(
                world.route(0, 1),
                RoutingNode.ECHO,
                Bytes.wrapOwned(new byte[Router.MAX_BODY_BYTES + 1])));
  }

  @Test
  void sendsInOrderWhatIsTooLongForADatagram() {
    Bytes body = Bytes.wrapOwned(new byte[Environment.MAX_DATAGRAM_BYTES]);

    RouteReply reply = world.ask(world.route(0, 1, 2), RoutingNode.ECHO, body, Delivery.DATAGRAM);

    assertThat(reply).isEqualTo(new RouteReply.Answered(body));
  }

  @Test
  void carriesDatagrams() {
    assertThat(world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY, Delivery.DATAGRAM))
        .isEqualTo(new RouteReply.Answered(BODY));
  }

  @Test
  void servesMoreRequestsOverADirectLinkThanItRemembersOfOthers() {
    for (int i = 0; i < TakenRequests.MAX_PER_ORIGIN + 10; i++) {
      request(world.route(0, 1), 60_000);
      world.sim.runFor(Duration.ofMillis(20));
    }

    assertThat(world.node(1).router().counters().served())
        .isEqualTo(TakenRequests.MAX_PER_ORIGIN + 10);
  }

  @Test
  void refusesAnUnknownService() {
    assertThat(world.ask(world.route(0, 1, 2), new ProtocolId(99), BODY))
        .isEqualTo(new RouteReply.Refused(RouteRefusal.UNKNOWN_SERVICE));
    assertThat(world.ask(world.route(0, 1), new ProtocolId(99), BODY))
        .isEqualTo(new RouteReply.Refused(RouteRefusal.UNKNOWN_SERVICE));
  }

  @Test
  void refusesAnOriginOutsideTheTargetsView() {
    world.node(2).groups().remove(world.id(0));

    assertThat(world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Refused(RouteRefusal.NOT_A_MEMBER));
    assertThat(world.node(2).received()).isEmpty();
  }

  @Test
  void relaysOnlyBetweenMembers() {
    world.node(1).groups().remove(world.id(0));

    assertThat(world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.TimedOut());
    assertThat(world.node(1).dropped()).containsEntry(RouteDrop.NOT_A_MEMBER, 1L);
  }

  @Test
  void saysAtOnceThatTheFirstHopHasNoLink() {
    assertThat(world.ask(world.route(0, 2), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Unreachable(world.id(2)));
  }

  @Test
  void hearsFromARelayThatItHasNoLink() {
    RouteReply reply = world.ask(world.route(0, 1, 2, 4), RoutingNode.ECHO, BODY);

    assertThat(reply).isEqualTo(new RouteReply.Unreachable(world.id(4)));
    assertThat(world.node(2).dropped()).containsEntry(RouteDrop.NO_LINK, 1L);
  }

  @Test
  void doesNotAskATargetWhoseKeysItDoesNotKnow() {
    world.node(0).groups().remove(world.id(2));

    assertThat(world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Unreachable(world.id(2)));
  }

  @Test
  void timesOutWhenNothingComesBack() {
    world.sim.network().cut(world.nodes.get(2), world.nodes.get(1));

    assertThat(world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.TimedOut());
  }

  @Test
  void endsRequestsWhoseFirstLinkIsLost() {
    world.askLater(world.route(0, 1, 2), RoutingNode.KEEP, BODY);
    world.sim.runFor(Duration.ofSeconds(1));
    world.nodes.get(1).stop();

    world.sim.runFor(Duration.ofSeconds(1));
    assertThat(world.node(0).replies()).containsExactly(new RouteReply.Unreachable(world.id(1)));
  }

  @Test
  void answersLater() {
    world.askLater(world.route(0, 1, 2), RoutingNode.KEEP, BODY);
    world.sim.runFor(Duration.ofSeconds(5));
    Responder responder = world.node(2).kept().getFirst();
    assertThat(responder.isOpen()).isTrue();
    responder.answer(BODY);
    responder.answer(Bytes.EMPTY);
    responder.refuse(RouteRefusal.DECLINED);
    assertThat(responder.isOpen()).isFalse();
    world.sim.runFor(Duration.ofSeconds(1));

    assertThat(world.node(0).replies()).containsExactly(new RouteReply.Answered(BODY));
    assertThat(world.node(0).dropped()).isEmpty();
  }

  @Test
  void passesOnThatAServiceDeclines() {
    world.askLater(world.route(0, 1, 2), RoutingNode.KEEP, BODY);
    world.sim.runFor(Duration.ofSeconds(1));
    world.node(2).kept().getFirst().refuse(RouteRefusal.DECLINED);
    world.sim.runFor(Duration.ofSeconds(1));

    assertThat(world.node(0).replies())
        .containsExactly(new RouteReply.Refused(RouteRefusal.DECLINED));
  }

  @Test
  void sendsNoAnswerAfterTheTimeHasRunOut() {
    world.askLater(world.route(0, 1, 2), RoutingNode.KEEP, BODY);
    world.sim.runFor(Duration.ofSeconds(20));
    Responder responder = world.node(2).kept().getFirst();
    assertThat(responder.isOpen()).isFalse();
    responder.answer(BODY);
    world.sim.runFor(Duration.ofSeconds(1));

    assertThat(world.node(0).replies()).containsExactly(new RouteReply.TimedOut());
    assertThat(world.node(0).dropped()).isEmpty();
  }

  @Test
  void refusesARequestFromAClockThatIsFarAhead() {
    world.nodes.get(0).clock().step(Duration.ofMinutes(5));

    assertThat(world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Refused(RouteRefusal.STALE));
  }

  @Test
  void refusesARequestFromAClockThatIsFarBehind() {
    world.nodes.get(0).clock().step(Duration.ofSeconds(-20));

    assertThat(world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Refused(RouteRefusal.STALE));
  }

  @Test
  void neverCallsBackFromWithinTheRequest() {
    List<RouteReply> outcome = new ArrayList<>();
    world
        .node(0)
        .router()
        .request(world.route(0, 3), RoutingNode.ECHO, BODY, Delivery.ORDERED, 1_000, outcome::add);

    assertThat(outcome).isEmpty();
    world.sim.runFor(Duration.ofMillis(1));
    assertThat(outcome).hasSize(1);
  }

  @Test
  void boundsTheRequestsUnderWay() {
    for (int i = 0; i <= RequestDesk.MAX_UNDER_WAY; i++) {
      world.askLater(world.route(0, 1), RoutingNode.KEEP, BODY);
    }
    world.sim.runFor(Duration.ofSeconds(1));
    assertThat(world.node(0).replies()).containsExactly(new RouteReply.TooMany());

    world.sim.runFor(Duration.ofSeconds(20));
    assertThat(world.node(0).replies()).hasSize(RequestDesk.MAX_UNDER_WAY + 1);
    assertThat(world.ask(world.route(0, 1), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Answered(BODY));
  }

  @Test
  void refusesBadCalls() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(world.route(1, 0), 1_000))
        .withMessageContaining("begins where it is made");
    assertThatIllegalArgumentException().isThrownBy(() -> request(world.route(0, 1), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> request(world.route(0, 1), 120_001));
    Route elsewhere = new Route(GroupId.random(world.sim.random("x")), world.route(0, 1).nodes());
    assertThatThrownBy(() -> request(elsewhere, 1_000)).isInstanceOf(UnknownGroupException.class);
    assertThatIllegalStateException()
        .isThrownBy(
            () -> world.node(0).router().serve(RoutingNode.ECHO, (request, responder) -> {}));
  }

  @Test
  void stopsServingWhenAsked() {
    ProtocolId service = new ProtocolId(30);
    var subscription =
        world.node(1).router().serve(service, (request, responder) -> responder.answer(BODY));
    assertThat(world.ask(world.route(0, 1), service, BODY))
        .isEqualTo(new RouteReply.Answered(BODY));
    subscription.close();
    assertThat(world.ask(world.route(0, 1), service, BODY))
        .isEqualTo(new RouteReply.Refused(RouteRefusal.UNKNOWN_SERVICE));
  }

  private void request(Route route, long timeoutMillis) {
    world
        .node(0)
        .router()
        .request(route, RoutingNode.ECHO, BODY, Delivery.ORDERED, timeoutMillis, reply -> {});
  }
}
