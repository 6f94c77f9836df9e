package org.lagroups.fileshare.peer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.core.group.Member;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** The members of this node's groups. Of a group it does not belong to, nothing is known. */
public interface Peers {

  /** This node. */
  NodeId self();

  /** The groups to which this node belongs, in the order of IDs. */
  Set<GroupId> groups();

  /** The other members in the view, in the order of IDs. */
  List<NodeId> members(GroupId group);

  /** What a member of the view says of itself. */
  Optional<Member> member(GroupId group, NodeId node);

  /** The best way to a member: the direct link if there is one, else the shortest route. */
  Optional<Route> nearest(GroupId group, NodeId node);

  /**
   * Routes to a member that share no relay, the shortest first.
   *
   * @param most how many are wanted, 1 or more
   */
  List<Route> disjoint(GroupId group, NodeId node, int most);

  /**
   * Asks the target of a route.
   *
   * @param done called once, never from within this call
   */
  void ask(Route route, FileRequest request, long timeoutMillis, Consumer<PeerReply> done);
}
