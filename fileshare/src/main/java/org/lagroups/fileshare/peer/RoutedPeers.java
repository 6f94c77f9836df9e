package org.lagroups.fileshare.peer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Member;
import org.lagroups.core.route.Route;
import org.lagroups.core.route.RouteRefusal;
import org.lagroups.core.route.RouteReply;
import org.lagroups.core.route.Router;
import org.lagroups.core.route.Routes;
import org.lagroups.fileshare.wire.Decoded;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.fileshare.wire.ReplyCodec;
import org.lagroups.fileshare.wire.RequestCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** The members, asked by routed requests. */
public final class RoutedPeers implements Peers {

  /** The application's number, on links and as a routed service. */
  public static final ProtocolId SERVICE = new ProtocolId(16);

  private final NodeId self;
  private final LaGroups groups;
  private final Predicate<GroupId> isOurs;
  private final Router router;
  private final Routes routes;

  /**
   * The members of some of a node's groups.
   *
   * @param isOurs which of them files are shared in
   */
  public RoutedPeers(NodeId self, LaGroups groups, Predicate<GroupId> isOurs, Router router) {
    this.self = self;
    this.groups = groups;
    this.isOurs = isOurs;
    this.router = router;
    this.routes = new Routes(self, groups, router::isLinked);
  }

  @Override
  public NodeId self() {
    return self;
  }

  @Override
  public Set<GroupId> groups() {
    return groups.groups().stream().filter(isOurs).collect(Collectors.toSet());
  }

  @Override
  public List<NodeId> members(GroupId group) {
    if (!isHere(group)) {
      return List.of();
    }
    return groups.attestations(group).vertices().stream()
        .filter(node -> !node.equals(self))
        .sorted()
        .toList();
  }

  @Override
  public Optional<Member> member(GroupId group, NodeId node) {
    return isHere(group) ? groups.member(group, node) : Optional.empty();
  }

  @Override
  public Optional<Route> nearest(GroupId group, NodeId node) {
    if (member(group, node).isEmpty()) {
      return Optional.empty();
    }
    return router.isLinked(node)
        ? Optional.of(new Route(group, List.of(self, node)))
        : routes.shortest(group, node);
  }

  @Override
  public List<Route> disjoint(GroupId group, NodeId node, int most) {
    return isHere(group) ? routes.disjoint(group, node, most) : List.of();
  }

  @Override
  public void ask(Route route, FileRequest request, long timeoutMillis, Consumer<PeerReply> done) {
    Delivery delivery =
        request instanceof FileRequest.FetchLeaves ? Delivery.BULK : Delivery.ORDERED;
    router.request(
        route,
        SERVICE,
        RequestCodec.encode(request),
        delivery,
        timeoutMillis,
        reply -> done.accept(read(reply)));
  }

  private boolean isHere(GroupId group) {
    return isOurs.test(group) && groups.groups().contains(group);
  }

  private static PeerReply read(RouteReply reply) {
    return switch (reply) {
      case RouteReply.Answered answered -> read(answered.body());
      case RouteReply.BadSignature altered -> new PeerReply.Altered(altered.route());
      case RouteReply.Refused refused ->
          failed(
              refused.reason() == RouteRefusal.BUSY
                  ? PeerReply.Failure.BUSY
                  : PeerReply.Failure.REFUSED);
      case RouteReply.Unreachable unreachable -> failed(PeerReply.Failure.UNREACHABLE);
      case RouteReply.TimedOut timedOut -> failed(PeerReply.Failure.TIMED_OUT);
      case RouteReply.TooMany tooMany -> failed(PeerReply.Failure.BUSY);
    };
  }

  private static PeerReply read(Bytes body) {
    return switch (ReplyCodec.decode(body)) {
      case Decoded.Accepted<FileReply> accepted -> new PeerReply.Answered(accepted.message());
      case Decoded.Refused<FileReply> refused -> failed(PeerReply.Failure.NOT_UNDERSTOOD);
    };
  }

  private static PeerReply failed(PeerReply.Failure failure) {
    return new PeerReply.Failed(failure);
  }
}
