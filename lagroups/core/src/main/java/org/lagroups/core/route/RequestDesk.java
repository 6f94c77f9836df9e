package org.lagroups.core.route;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.machine.NodeId;

/** The origin's side: the requests that this node has made and that have not ended. */
final class RequestDesk {

  /** The most requests under way. */
  static final int MAX_UNDER_WAY = 1_024;

  private static final long NEVER = Long.MAX_VALUE;

  private final Outbox outbox;
  private final RouteStatistics statistics;
  private final Map<Long, UnderWay> underWay = new HashMap<>();
  private final TreeSet<UnderWay> byDeadline =
      new TreeSet<>(
          Comparator.comparingLong(UnderWay::deadlineNanos)
              .thenComparingLong(request -> request.packet.request()));
  private final Queue<Runnable> toTell = new ArrayDeque<>();

  /**
   * A request that has not ended.
   *
   * @param target the keys that have to have signed the answer; none on a direct route
   */
  private record UnderWay(
      Packet packet,
      Optional<PublicIdentity> target,
      long deadlineNanos,
      Consumer<RouteReply> done) {

    NodeId firstHop() {
      return packet.route().nodes().get(1);
    }
  }

  RequestDesk(Outbox outbox, RouteStatistics statistics) {
    this.outbox = outbox;
    this.statistics = statistics;
  }

  /** Sends a request, or has it reported at the next {@link #expire} why that did not work. */
  void send(
      Packet packet,
      Optional<PublicIdentity> target,
      long deadlineNanos,
      Consumer<RouteReply> done) {
    statistics.requested();
    UnderWay request = new UnderWay(packet, target, deadlineNanos, done);
    if (target.isEmpty() && packet.needsSignature()) {
      tellLater(done, new RouteReply.Unreachable(packet.route().target()));
    } else if (underWay.size() >= MAX_UNDER_WAY) {
      tellLater(done, new RouteReply.TooMany());
    } else if (!outbox.send(request.firstHop(), packet)) {
      tellLater(done, new RouteReply.Unreachable(request.firstHop()));
    } else {
      underWay.put(packet.request(), request);
      byDeadline.add(request);
    }
  }

  /**
   * Takes what came back from the first hop of its route.
   *
   * @return whether a request was waiting for it
   */
  boolean receive(NodeId from, Sealed sealed) {
    Packet reply = sealed.packet();
    UnderWay request = underWay.get(reply.request());
    if (request == null) {
      statistics.dropped(RouteDrop.UNKNOWN_REQUEST);
      return false;
    }
    if (!request.firstHop().equals(from)) {
      statistics.dropped(RouteDrop.WRONG_ROUTE);
      return false;
    }
    RouteReply outcome = judge(request, sealed);
    if (outcome instanceof RouteReply.BadSignature) {
      statistics.dropped(RouteDrop.BAD_SIGNATURE);
    } else if (outcome instanceof RouteReply.Answered) {
      statistics.answered();
    }
    end(request, outcome);
    return true;
  }

  /** What was on its way over this link is lost: better to ask again than to wait. */
  void linkDown(NodeId peer) {
    List<UnderWay> lost =
        byDeadline.stream().filter(request -> request.firstHop().equals(peer)).toList();
    lost.forEach(request -> end(request, new RouteReply.Unreachable(peer)));
  }

  /** Reports what has been waiting to be told, and what has timed out. */
  void expire(long nowNanos) {
    for (int waiting = toTell.size(); waiting > 0; waiting--) {
      toTell.remove().run();
    }
    while (!byDeadline.isEmpty() && byDeadline.first().deadlineNanos() <= nowNanos) {
      end(byDeadline.first(), new RouteReply.TimedOut());
    }
  }

  /** When {@link #expire} is due next. */
  long dueNanos(long nowNanos) {
    if (!toTell.isEmpty()) {
      return nowNanos;
    }
    return byDeadline.isEmpty() ? NEVER : byDeadline.first().deadlineNanos();
  }

  private RouteReply judge(UnderWay request, Sealed sealed) {
    Packet asked = request.packet();
    Packet reply = sealed.packet();
    boolean fits = reply.route().equals(asked.route()) && reply.service().equals(asked.service());
    if (!fits || !isProven(request, sealed)) {
      return new RouteReply.BadSignature(asked.route());
    }
    return switch (reply.payload()) {
      case Packet.Payload.Answer answer -> new RouteReply.Answered(answer.body());
      case Packet.Payload.Refuse refuse -> new RouteReply.Refused(refuse.reason());
      case Packet.Payload.Undelivered undelivered ->
          new RouteReply.Unreachable(asked.route().nodes().get(undelivered.hop()));
      case Packet.Payload.Ask ask -> throw new IllegalStateException("a request is no reply");
    };
  }

  private boolean isProven(UnderWay request, Sealed sealed) {
    if (!sealed.packet().needsSignature()) {
      statistics.checkSaved();
      return true;
    }
    statistics.signatureChecked();
    return request.target().filter(sealed::isSignedBy).isPresent();
  }

  private void end(UnderWay request, RouteReply outcome) {
    underWay.remove(request.packet().request());
    byDeadline.remove(request);
    request.done().accept(outcome);
  }

  private void tellLater(Consumer<RouteReply> done, RouteReply outcome) {
    toTell.add(() -> done.accept(outcome));
  }
}
