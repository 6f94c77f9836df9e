package org.lagroups.core.route;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.ProtocolId;

/**
 * What travels along a route, in either direction.
 *
 * @param route of the request, whichever way this goes
 * @param request chosen at random by the origin; tells its requests apart
 * @param service which of the target's services is asked
 * @param delivery how to pass it on
 */
record Packet(Route route, long request, ProtocolId service, Delivery delivery, Payload payload) {

  /** The reply to this request that says {@code answer}. */
  Packet reply(Payload answer) {
    return new Packet(route, request, service, delivery, answer);
  }

  /** Whether it goes from the origin to the target. */
  boolean isForward() {
    return payload instanceof Payload.Ask;
  }

  /** Whether it has to be signed by the end that made it. */
  boolean needsSignature() {
    return !route.isDirect() && !(payload instanceof Payload.Undelivered);
  }

  /** What it says. */
  sealed interface Payload {

    /**
     * The request itself.
     *
     * @param expiresMillis when the origin stops waiting, wall-clock milliseconds since 1970-01-01
     */
    record Ask(long expiresMillis, Bytes body) implements Payload {}

    /** The target's answer. */
    record Answer(Bytes body) implements Payload {}

    /** That the target does not answer. */
    record Refuse(RouteRefusal reason) implements Payload {}

    /**
     * A relay's hint that it has no link to the next node. It is not signed.
     *
     * @param hop the index of that node in the route, 2 or more: the origin knows its own links
     */
    record Undelivered(int hop) implements Payload {}
  }
}
