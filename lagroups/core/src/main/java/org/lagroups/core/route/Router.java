package org.lagroups.core.route;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Member;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * Requests and replies along explicit routes through a group: source routing, as in RFC 4728,
 * inside a membership that is known.
 *
 * <p>The origin signs the request and the target its reply, over the whole route and all else that
 * a relay could alter. On a direct route neither does: the session has authenticated both (paper,
 * section 2.1). A relay passes on only between members of a group to which it belongs itself, and
 * within a budget for each neighbour.
 */
public final class Router implements Machine<RouteTimer> {

  /** The protocol's number on a link. */
  public static final ProtocolId PROTOCOL = new ProtocolId(3);

  /** The longest body of a request or an answer in bytes. */
  public static final int MAX_BODY_BYTES = 60 * 1024;

  /** The longest time that a request may take in milliseconds. */
  public static final long MAX_TIMEOUT_MILLIS = 120_000;

  /** Messages that one neighbour may hand over, to pass on or to serve. */
  static final Rate MESSAGES = new Rate(1_000, 2_000);

  /**
   * Requests of its own that one neighbour may make over their link: nothing is signed for them.
   */
  static final Rate DIRECT_MESSAGES = new Rate(5_000, 10_000);

  /** The bytes of either. */
  static final Rate MESSAGE_BYTES = new Rate(8 << 20, 16 << 20);

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Environment<RouteTimer> environment;
  private final LaGroups groups;
  private final RouteStatistics statistics = new RouteStatistics();
  private final PeerBuckets messages = new PeerBuckets(MESSAGES);
  private final PeerBuckets directMessages = new PeerBuckets(DIRECT_MESSAGES);
  private final PeerBuckets messageBytes = new PeerBuckets(MESSAGE_BYTES);
  private final RequestDesk requests;
  private final ServiceDesk services;
  private final Relay relay;
  private ObjLongConsumer<NodeId> onReply = (from, bytes) -> {};

  public Router(Environment<RouteTimer> environment, Identity identity, LaGroups groups) {
    this.environment = environment;
    this.groups = groups;
    Outbox outbox = new Outbox(environment, identity);
    this.requests = new RequestDesk(outbox, statistics);
    this.services = new ServiceDesk(environment, groups, outbox, statistics);
    this.relay = new Relay(groups, outbox, statistics);
  }

  /**
   * Asks the target of a route.
   *
   * @param route from this node, inside a group to which it belongs
   * @param service which of the target's services is asked
   * @param body at most {@link #MAX_BODY_BYTES}
   * @param delivery how it and its reply travel on each link. What is too long for a datagram goes
   *     {@link Delivery#ORDERED}
   * @param timeoutMillis 1 to {@link #MAX_TIMEOUT_MILLIS}
   * @param done called once, never from within this call
   * @throws UnknownGroupException if this node does not belong to the route's group
   * @throws IllegalArgumentException if the route does not begin here, or the body or the time-out
   *     is too long
   */
  public void request(
      Route route,
      ProtocolId service,
      Bytes body,
      Delivery delivery,
      long timeoutMillis,
      Consumer<RouteReply> done) {
    if (!route.origin().equals(environment.self())) {
      throw new IllegalArgumentException("a request begins where it is made");
    }
    if (body.length() > MAX_BODY_BYTES) {
      throw new IllegalArgumentException("a request has at most 60 KiB, not " + body.length());
    }
    if (timeoutMillis < 1 || timeoutMillis > MAX_TIMEOUT_MILLIS) {
      throw new IllegalArgumentException("a time-out is 1 to 120000 ms, not " + timeoutMillis);
    }
    Optional<PublicIdentity> target =
        groups.member(route.group(), route.target()).map(Member::identity);
    long expiresMillis = environment.wallMillis() + timeoutMillis;
    Packet packet =
        new Packet(
            route,
            environment.random().nextLong(),
            service,
            delivery,
            new Packet.Payload.Ask(expiresMillis, body));
    long deadline = environment.elapsedNanos() + timeoutMillis * NANOS_PER_MILLI;
    requests.send(packet, target, deadline, done);
    setTimer();
  }

  /**
   * From now on, passes requests for {@code service} to {@code handler}.
   *
   * @return ends it
   * @throws IllegalStateException if the service has a handler already
   */
  public Subscription serve(ProtocolId service, RouteHandler handler) {
    return services.serve(service, handler);
  }

  /**
   * Tells {@code listener}, which takes the place of the one before, of every message that came
   * back for a request of this node: from which neighbour, and how many bytes.
   */
  public void onReply(ObjLongConsumer<NodeId> listener) {
    onReply = listener;
  }

  /** Whether a link to the node is up. */
  public boolean isLinked(NodeId node) {
    return environment.isLinked(node);
  }

  /** What has happened so far. */
  public RouteCounters counters() {
    return statistics.snapshot();
  }

  @Override
  public void start() {
    // Nothing to do until a request is made here or comes in.
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    Optional<Sealed> sealed = PacketCodec.decode(message);
    if (sealed.isEmpty()) {
      statistics.dropped(RouteDrop.MALFORMED);
      return;
    }
    receive(from, sealed.get(), message);
    setTimer();
  }

  @Override
  public void onTimer(RouteTimer timer) {
    requests.expire(environment.elapsedNanos());
    setTimer();
  }

  @Override
  public void onLinkDown(NodeId peer) {
    requests.linkDown(peer);
    setTimer();
  }

  private void receive(NodeId from, Sealed sealed, Bytes message) {
    Packet packet = sealed.packet();
    List<NodeId> nodes = packet.route().nodes();
    int here = nodes.indexOf(environment.self());
    int before = packet.isForward() ? here - 1 : here + 1;
    if (here < 0 || before < 0 || before >= nodes.size() || !nodes.get(before).equals(from)) {
      statistics.dropped(RouteDrop.WRONG_ROUTE);
    } else if (here == 0) {
      if (requests.receive(from, sealed)) {
        onReply.accept(from, message.length());
      }
    } else if (!isWithinBudget(from, packet, message)) {
      statistics.dropped(RouteDrop.OVER_BUDGET);
    } else if (here == nodes.size() - 1 && packet.payload() instanceof Packet.Payload.Ask ask) {
      services.receive(from, sealed, ask);
    } else {
      relay.pass(packet, here, message);
    }
  }

  private boolean isWithinBudget(NodeId from, Packet packet, Bytes message) {
    long now = environment.elapsedNanos();
    PeerBuckets counted = packet.route().isDirect() ? directMessages : messages;
    return counted.take(from, 1, now) && messageBytes.take(from, message.length(), now);
  }

  private void setTimer() {
    long now = environment.elapsedNanos();
    long due = requests.dueNanos(now);
    if (due == Long.MAX_VALUE) {
      environment.cancelTimer(RouteTimer.DUE);
    } else {
      long delayNanos = Math.max(0, due - now);
      environment.setTimer(RouteTimer.DUE, Math.ceilDiv(delayNanos, NANOS_PER_MILLI));
    }
  }
}
