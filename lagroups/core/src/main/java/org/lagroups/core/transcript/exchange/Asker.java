package org.lagroups.core.transcript.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.route.Route;
import org.lagroups.core.route.RouteReply;
import org.lagroups.core.route.Router;
import org.lagroups.core.route.Routes;
import org.lagroups.core.transcript.exchange.Outcome.Missing;
import org.lagroups.core.transcript.exchange.Outcome.Why;
import org.lagroups.core.wire.Decoded;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Asks members for what they have: over one route, and if that fails, over one more. */
final class Asker {

  /** The most routes tried; they share no relay. */
  static final int MAX_ROUTES = 2;

  private final LaGroups groups;
  private final Router router;
  private final Routes routes;

  Asker(NodeId self, LaGroups groups, Router router) {
    this.groups = groups;
    this.router = router;
    this.routes = new Routes(self, groups, router::isLinked);
  }

  /** What is asked for, how long an answer may take, and what an answer is. */
  record Question<T>(
      ProofRequest request, long timeoutMillis, Function<Bytes, Decoded<T>> answer) {}

  /**
   * Asks a member.
   *
   * @param answered what it said; nothing of it is checked
   * @param missing called instead if it said nothing
   */
  <T> void ask(
      GroupId group,
      NodeId member,
      Question<T> question,
      Consumer<T> answered,
      Consumer<Missing<T>> missing) {
    if (!groups.groups().contains(group)) {
      missing.accept(new Missing<>(Why.LEFT));
    } else if (groups.member(group, member).isEmpty()) {
      missing.accept(new Missing<>(Why.NO_ROUTE));
    } else {
      List<Route> ways = routes.disjoint(group, member, MAX_ROUTES);
      new Attempt<>(question, answered, missing).over(ways, Why.NO_ROUTE);
    }
  }

  private final class Attempt<T> {

    private final Question<T> question;
    private final Consumer<T> answered;
    private final Consumer<Missing<T>> missing;

    Attempt(Question<T> question, Consumer<T> answered, Consumer<Missing<T>> missing) {
      this.question = question;
      this.answered = answered;
      this.missing = missing;
    }

    void over(List<Route> ways, Why before) {
      if (ways.isEmpty()) {
        missing.accept(new Missing<>(before));
      } else if (!groups.groups().contains(ways.getFirst().group())) {
        missing.accept(new Missing<>(Why.LEFT));
      } else {
        router.request(
            ways.getFirst(),
            TranscriptExchange.PROTOCOL,
            question.request().encoded(),
            Delivery.ORDERED,
            question.timeoutMillis(),
            reply -> take(reply, ways.subList(1, ways.size())));
      }
    }

    private void take(RouteReply reply, List<Route> otherWays) {
      switch (reply) {
        case RouteReply.Answered answer -> read(answer.body());
        case RouteReply.Refused refused -> missing.accept(new Missing<>(Why.REFUSED));
        case RouteReply.BadSignature bad -> over(otherWays, Why.NO_ANSWER);
        case RouteReply.Unreachable hop -> over(otherWays, Why.NO_ANSWER);
        case RouteReply.TimedOut late -> over(otherWays, Why.NO_ANSWER);
        case RouteReply.TooMany busy -> missing.accept(new Missing<>(Why.NO_ANSWER));
      }
    }

    private void read(Bytes body) {
      Optional<T> content =
          question.answer().apply(body) instanceof Decoded.Accepted<T> accepted
              ? Optional.of(accepted.value())
              : Optional.empty();
      if (body.isEmpty()) {
        missing.accept(new Missing<>(Why.NOTHING_SIGNED));
      } else {
        content.ifPresentOrElse(answered, () -> missing.accept(new Missing<>(Why.NOT_VALID)));
      }
    }
  }
}
