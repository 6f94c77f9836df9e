package org.lagroups.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.net.Envelope;

/** What members who lie can do, and what they cannot. */
final class RouterAdversaryTest {

  private static final Bytes BODY = Bytes.fromHex("c0ffee");
  private static final Bytes LIE = Bytes.fromHex("bad0");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void anAlteredAnswerExposesItsRoute() {
    RouteWorld world = new RouteWorld(4, 2, LyingRelay.Target.ANSWERS, body -> LIE);
    Route route = world.route(0, 1, 2, 3);

    assertThat(world.ask(route, RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.BadSignature(route));
    assertThat(world.node(0).dropped()).containsEntry(RouteDrop.BAD_SIGNATURE, 1L);
  }

  @Test
  void anAlteredRequestIsRefusedByItsTarget() {
    RouteWorld world = new RouteWorld(4, 2, LyingRelay.Target.REQUESTS, body -> LIE);

    assertThat(world.ask(world.route(0, 1, 2, 3), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Refused(RouteRefusal.BAD_SIGNATURE));
    assertThat(world.node(3).received()).isEmpty();
  }

  @Test
  void aRelayCannotForgeARefusal() {
    RouteWorld world = new RouteWorld(3);
    Route route = world.route(0, 1, 2);
    Packet asked = askAndListen(world, route);
    forge(world, 1, 0, asked.reply(new Packet.Payload.Refuse(RouteRefusal.DECLINED)));
    world.sim.runFor(SECOND);

    assertThat(world.node(0).replies()).containsExactly(new RouteReply.BadSignature(route));
  }

  @Test
  void aReplyFromSomeoneWhoIsNotTheFirstHopDoesNotCount() {
    RouteWorld world = new RouteWorld(3);
    world.link(0, 2);
    Route route = world.route(0, 1, 2);
    Packet asked = askAndListen(world, route);
    Packet elsewhere =
        new Packet(
            world.route(0, 2),
            asked.request(),
            asked.service(),
            asked.delivery(),
            new Packet.Payload.Answer(LIE));
    forge(world, 2, 0, elsewhere);
    world.sim.runFor(SECOND);
    assertThat(world.node(0).replies()).isEmpty();
    assertThat(world.node(0).dropped()).containsEntry(RouteDrop.WRONG_ROUTE, 1L);

    world.node(2).kept().getFirst().answer(BODY);
    world.sim.runFor(SECOND);
    assertThat(world.node(0).replies()).containsExactly(new RouteReply.Answered(BODY));
  }

  @Test
  void aReplayedRequestIsServedOnce() {
    RouteWorld world = new RouteWorld(3);
    doubleEverythingFrom(world, 1);

    assertThat(world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Answered(BODY));
    world.sim.runFor(SECOND);
    assertThat(world.node(2).received()).hasSize(1);
    assertThat(world.node(2).dropped()).containsEntry(RouteDrop.STALE, 1L);
  }

  @Test
  void aReplayedAnswerIsDropped() {
    RouteWorld world = new RouteWorld(3);
    doubleEverythingFrom(world, 2);

    world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY);
    world.sim.runFor(SECOND);
    assertThat(world.node(0).dropped()).containsEntry(RouteDrop.UNKNOWN_REQUEST, 1L);
  }

  @Test
  void aRequestReplayedMuchLaterIsRefused() {
    RouteWorld world = new RouteWorld(3);
    List<Envelope> recorded = new ArrayList<>();
    world
        .sim
        .network()
        .intercept(
            world.nodes.get(1),
            (envelope, wire) -> {
              recorded.add(envelope);
              wire.send(envelope);
            });
    world.ask(world.route(0, 1, 2), RoutingNode.ECHO, BODY);
    world.sim.network().stopIntercepting();
    world.sim.runFor(Duration.ofMinutes(3));
    Envelope request =
        recorded.stream().filter(sent -> sent.to().equals(world.id(2))).findFirst().orElseThrow();
    world.node(1).sendRaw(world.id(2), request.message());
    world.sim.runFor(SECOND);

    assertThat(world.node(2).received()).hasSize(1);
    assertThat(world.node(2).router().counters().refused()).containsEntry(RouteRefusal.STALE, 1L);
  }

  @Test
  void aMessageOffItsRouteIsDropped() {
    RouteWorld world = new RouteWorld(4);
    Packet fromNowhere = ask(world, world.route(0, 2, 3));
    forge(world, 1, 2, fromNowhere);
    Packet withoutReceiver = ask(world, world.route(1, 3));
    forge(world, 1, 2, withoutReceiver);
    Packet withoutSender = ask(world, world.route(2, 3));
    forge(world, 1, 2, withoutSender);
    world.sim.runFor(SECOND);

    assertThat(world.node(2).dropped()).containsEntry(RouteDrop.WRONG_ROUTE, 3L);
  }

  @Test
  void nobodySpeaksForAnotherOnADirectRoute() {
    RouteWorld world = new RouteWorld(3);
    forge(world, 1, 2, ask(world, world.route(0, 2)));
    world.sim.runFor(SECOND);

    assertThat(world.node(2).received()).isEmpty();
  }

  @Test
  void garbageIsCountedAndDropped() {
    RouteWorld world = new RouteWorld(2);
    world.node(0).sendRaw(world.id(1), Bytes.fromHex("ff"));
    world.node(0).sendRaw(world.id(1), Bytes.EMPTY);
    world.node(0).sendRaw(world.id(1), Bytes.wrapOwned(new byte[60_000]));
    world.sim.runFor(SECOND);

    assertThat(world.node(1).dropped()).containsEntry(RouteDrop.MALFORMED, 3L);
  }

  @Test
  void aFloodIsCutToItsBudgetAndOthersAreServed() {
    RouteWorld world = new RouteWorld(4);
    world.link(0, 2);
    world.sim.runFor(SECOND);
    int flood = 3 * (int) Router.MESSAGES.burst();
    for (int i = 0; i < flood; i++) {
      forge(world, 1, 2, ask(world, world.route(1, 2, 3)));
    }
    world.sim.runFor(Duration.ofMillis(100));
    long dropped = world.node(2).dropped().getOrDefault(RouteDrop.OVER_BUDGET, 0L);
    assertThat(dropped).isGreaterThan(flood / 2);

    assertThat(world.ask(world.route(0, 2, 3), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Answered(BODY));
    world.sim.runFor(Duration.ofSeconds(5));
    assertThat(world.ask(world.route(1, 2, 3), RoutingNode.ECHO, BODY))
        .isEqualTo(new RouteReply.Answered(BODY));
  }

  @Test
  void aTargetRemembersABoundedNumberOfRequests() {
    TakenRequests taken = new TakenRequests();
    NodeId origin = new NodeId(Bytes.wrapOwned(new byte[NodeId.LENGTH]));
    for (int i = 0; i < TakenRequests.MAX_PER_ORIGIN; i++) {
      assertThat(taken.take(origin, i, 1_000, 0)).isEqualTo(TakenRequests.Outcome.TAKEN);
    }
    assertThat(taken.take(origin, 0, 1_000, 0)).isEqualTo(TakenRequests.Outcome.REPEATED);
    assertThat(taken.take(origin, -1, 1_000, 0)).isEqualTo(TakenRequests.Outcome.NO_ROOM);
    assertThat(taken.take(origin, -1, 2_000, 1_000)).isEqualTo(TakenRequests.Outcome.TAKEN);
  }

  private static void doubleEverythingFrom(RouteWorld world, int index) {
    world
        .sim
        .network()
        .intercept(
            world.nodes.get(index),
            (envelope, wire) -> {
              wire.send(envelope);
              wire.send(envelope);
            });
  }

  private static Packet ask(RouteWorld world, Route route) {
    return new Packet(
        route,
        world.sim.random("request").nextLong(),
        RoutingNode.ECHO,
        Delivery.ORDERED,
        new Packet.Payload.Ask(world.sim.wallMillis() + 10_000, BODY));
  }

  /** Asks, and returns the request as all relays on its way get to see it. */
  private static Packet askAndListen(RouteWorld world, Route route) {
    List<Bytes> sent = new ArrayList<>();
    world
        .sim
        .network()
        .intercept(
            world.nodes.get(0),
            (envelope, wire) -> {
              sent.add(envelope.message());
              wire.send(envelope);
            });
    world.askLater(route, RoutingNode.KEEP, BODY);
    world.sim.runFor(SECOND);
    world.sim.network().stopIntercepting();
    return PacketCodec.decode(sent.getFirst()).orElseThrow().packet();
  }

  /** Sends a packet that the sender has signed, since it can sign with no other key. */
  private static void forge(RouteWorld world, int sender, int receiver, Packet packet) {
    Sealed sealed = Sealed.of(packet, world.identities.get(sender));
    world.node(sender).sendRaw(world.id(receiver), PacketCodec.encode(sealed));
  }
}
