package org.lagroups.core.route;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.AttestationPath;
import org.lagroups.core.graph.DisjointPaths;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.group.LaGroups;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Finds routes from this node to others in a group's attestation graph.
 *
 * <p>A hop needs a link. Who attests to a node has a link to it, as far as its tests show, and two
 * nodes that attest to each other have one in both their opinions. So routes are looked for among
 * mutual attestations first; only if there are too few, one-way attestations serve as well, in
 * either direction. Of this node's own links, it knows by itself which are up.
 */
public final class Routes {

  private final NodeId self;
  private final LaGroups groups;
  private final Predicate<NodeId> linked;

  /**
   * Looks from {@code self}.
   *
   * @param linked whether a link to a node is up now: {@link Router#isLinked}
   */
  public Routes(NodeId self, LaGroups groups, Predicate<NodeId> linked) {
    this.self = self;
    this.groups = groups;
    this.linked = linked;
  }

  /**
   * A route with the fewest hops to another member, if there is one.
   *
   * @throws org.lagroups.core.group.UnknownGroupException if this node is not in the group
   */
  public Optional<Route> shortest(GroupId group, NodeId target) {
    return disjoint(group, target, 1).stream().findFirst();
  }

  /**
   * Routes that share no relay, the shortest first: with k of them, any k - 1 relays may fail or
   * lie. A direct link is one of them.
   *
   * @param most how many are wanted, 1 or more; there may be fewer, or none
   * @throws org.lagroups.core.group.UnknownGroupException if this node is not in the group
   */
  public List<Route> disjoint(GroupId group, NodeId target, int most) {
    if (target.equals(self)) {
      throw new IllegalArgumentException("a route leads to another node");
    }
    AttestationGraph<NodeId> view = groups.attestations(group);
    List<Route> mutual = routes(group, mutualHops(view), target, most);
    if (mutual.size() >= most) {
      return mutual;
    }
    List<Route> any = routes(group, anyHops(view), target, most);
    return any.size() > mutual.size() ? any : mutual;
  }

  private List<Route> routes(
      GroupId group, AttestationGraph<NodeId> hops, NodeId target, int most) {
    return new DisjointPaths<>(hops)
        .list(self, target, most).stream()
            .map(AttestationPath::vertices)
            .filter(nodes -> nodes.size() <= Route.MAX_NODES)
            .map(nodes -> new Route(group, nodes))
            .toList();
  }

  private AttestationGraph<NodeId> mutualHops(AttestationGraph<NodeId> view) {
    GraphBuilder<NodeId> hops = AttestationGraph.builder();
    view.edges()
        .filter(edge -> view.hasEdge(edge.attestee(), edge.attester()) && isUsable(edge))
        .forEach(edge -> hops.edge(edge.attester(), edge.attestee()));
    return hops.build();
  }

  private AttestationGraph<NodeId> anyHops(AttestationGraph<NodeId> view) {
    GraphBuilder<NodeId> hops = AttestationGraph.builder();
    view.edges()
        .filter(this::isUsable)
        .forEach(edge ->
            hops.edge(edge.attester(), edge.attestee()).edge(edge.attestee(), edge.attester()));
    return hops.build();
  }

  private boolean isUsable(AttestationEdge<NodeId> edge) {
    boolean here = edge.attester().equals(self) ? linked.test(edge.attestee()) : true;
    return edge.attestee().equals(self) ? linked.test(edge.attester()) : here;
  }
}
