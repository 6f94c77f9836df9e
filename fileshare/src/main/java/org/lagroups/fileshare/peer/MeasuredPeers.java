package org.lagroups.fileshare.peer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.core.group.Member;
import org.lagroups.core.monitor.link.Demands;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Tells the test of throughput which parts of files are wanted of members, and what they deliver.
 * Only direct links count: on a longer way it may be a relay that is slow.
 */
public final class MeasuredPeers implements Peers {

  private final Peers peers;
  private final Demands demands;

  public MeasuredPeers(Peers peers, Demands demands) {
    this.peers = peers;
    this.demands = demands;
  }

  @Override
  public NodeId self() {
    return peers.self();
  }

  @Override
  public Set<GroupId> groups() {
    return peers.groups();
  }

  @Override
  public List<NodeId> members(GroupId group) {
    return peers.members(group);
  }

  @Override
  public Optional<Member> member(GroupId group, NodeId node) {
    return peers.member(group, node);
  }

  @Override
  public Optional<Route> nearest(GroupId group, NodeId node) {
    return peers.nearest(group, node);
  }

  @Override
  public List<Route> disjoint(GroupId group, NodeId node, int most) {
    return peers.disjoint(group, node, most);
  }

  @Override
  public void ask(Route route, FileRequest request, long timeoutMillis, Consumer<PeerReply> done) {
    if (!route.isDirect() || !(request instanceof FileRequest.FetchLeaves)) {
      peers.ask(route, request, timeoutMillis, done);
      return;
    }
    NodeId holder = route.target();
    demands.began(holder);
    peers.ask(
        route,
        request,
        timeoutMillis,
        reply -> {
          if (reply instanceof PeerReply.Answered answered
              && answered.reply() instanceof FileReply.Leaves leaves) {
            demands.delivered(holder, leaves.content().length());
          }
          demands.ended(holder);
          done.accept(reply);
        });
  }
}
