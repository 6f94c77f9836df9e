package org.lagroups.core.route;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Member;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** The target's side: who serves what, and which requests are taken. */
final class ServiceDesk {

  /** Signatures checked or made for requests that one neighbour hands over: 5% of a core. */
  static final Rate SIGNATURES = new Rate(500, 1_000);

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Environment<RouteTimer> environment;
  private final LaGroups groups;
  private final Outbox outbox;
  private final RouteStatistics statistics;
  private final Map<ProtocolId, RouteHandler> handlers = new HashMap<>();
  private final PeerBuckets signatures = new PeerBuckets(SIGNATURES);
  private final TakenRequests taken = new TakenRequests();

  ServiceDesk(
      Environment<RouteTimer> environment,
      LaGroups groups,
      Outbox outbox,
      RouteStatistics statistics) {
    this.environment = environment;
    this.groups = groups;
    this.outbox = outbox;
    this.statistics = statistics;
  }

  Subscription serve(ProtocolId service, RouteHandler handler) {
    if (handlers.putIfAbsent(service, handler) != null) {
      throw new IllegalStateException(service + " has a handler already");
    }
    return () -> handlers.remove(service, handler);
  }

  /** Takes a request that {@code from}, the node before this on its route, has handed over. */
  void receive(NodeId from, Sealed sealed, Packet.Payload.Ask ask) {
    Packet packet = sealed.packet();
    if (packet.needsSignature() && !signatures.take(from, 1, environment.elapsedNanos())) {
      statistics.dropped(RouteDrop.OVER_BUDGET);
      return;
    }
    Optional<RouteRefusal> refusal = examine(sealed, ask);
    if (refusal.isPresent()) {
      refuse(packet, refusal.get());
      return;
    }
    long now = environment.elapsedNanos();
    long skewMillis = groups.settings(packet.route().group()).clockSkewMillis();
    long leftMillis = ask.expiresMillis() - environment.wallMillis() + skewMillis;
    long endsAt = now + leftMillis * NANOS_PER_MILLI;
    TakenRequests.Outcome outcome =
        mayComeAgain(packet)
            ? taken.take(packet.route().origin(), packet.request(), endsAt, now)
            : TakenRequests.Outcome.TAKEN;
    switch (outcome) {
      case TAKEN -> handle(packet, ask, endsAt);
      case REPEATED -> statistics.dropped(RouteDrop.STALE);
      case NO_ROOM -> refuse(packet, RouteRefusal.BUSY);
    }
  }

  /** What its origin sent in order over its own session comes once, and from nobody else. */
  private static boolean mayComeAgain(Packet packet) {
    return !packet.route().isDirect() || packet.delivery() == Delivery.DATAGRAM;
  }

  private void handle(Packet packet, Packet.Payload.Ask ask, long endsAt) {
    RouteHandler handler = handlers.get(packet.service());
    if (handler == null) {
      refuse(packet, RouteRefusal.UNKNOWN_SERVICE);
      return;
    }
    statistics.served();
    handler.onRequest(
        new RoutedRequest(packet.route(), ask.body()),
        new OpenRequest(packet, reply -> send(reply), () -> environment.elapsedNanos() < endsAt));
  }

  /** Why a request is not taken, if there is a reason. */
  private Optional<RouteRefusal> examine(Sealed sealed, Packet.Payload.Ask ask) {
    Route route = sealed.packet().route();
    Optional<PublicIdentity> origin =
        groups.groups().contains(route.group())
            ? groups.member(route.group(), route.origin()).map(Member::identity)
            : Optional.empty();
    if (origin.isEmpty()) {
      return Optional.of(RouteRefusal.NOT_A_MEMBER);
    }
    long skew = groups.settings(route.group()).clockSkewMillis();
    long leftMillis = ask.expiresMillis() - environment.wallMillis();
    if (leftMillis <= -skew || leftMillis > Router.MAX_TIMEOUT_MILLIS + skew) {
      return Optional.of(RouteRefusal.STALE);
    }
    return isProven(sealed, origin.get())
        ? Optional.empty()
        : Optional.of(RouteRefusal.BAD_SIGNATURE);
  }

  private boolean isProven(Sealed sealed, PublicIdentity origin) {
    if (!sealed.packet().needsSignature()) {
      statistics.checkSaved();
      return true;
    }
    statistics.signatureChecked();
    return sealed.isSignedBy(origin);
  }

  private void refuse(Packet request, RouteRefusal reason) {
    statistics.refused(reason);
    send(request.reply(new Packet.Payload.Refuse(reason)));
  }

  /** Sends a reply on the first hop of its way back. */
  private void send(Packet reply) {
    Route route = reply.route();
    NodeId last = route.nodes().get(route.nodes().size() - 2);
    if (!outbox.send(last, reply)) {
      statistics.dropped(RouteDrop.NO_LINK);
    }
  }
}
