package org.lagroups.desktop.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lagroups.desktop.screen.GroupHistory;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.AttestationView;
import org.lagroups.node.control.api.RobustView.RobustNode;

/**
 * An attestation graph as it is to be drawn: immutable, and without a control. Edges, paths and the
 * cut name dots by their place in the list.
 *
 * @param paths vertex-disjoint paths to be marked, each from end to end
 * @param cut the dots of a minimum vertex cut
 * @param ends the two between which the paths are, as far as they are chosen
 * @param chosen the dot that is looked at; -1 if none is
 */
public record GraphPicture(
    List<Dot> dots,
    List<Edge> edges,
    List<List<Integer>> paths,
    Set<Integer> cut,
    Set<Integer> ends,
    int chosen) {

  /** Nothing to draw. */
  public static final GraphPicture EMPTY =
      new GraphPicture(List.of(), List.of(), List.of(), Set.of(), Set.of(), -1);

  public GraphPicture {
    dots = List.copyOf(dots);
    edges = List.copyOf(edges);
    paths = paths.stream().map(List::copyOf).toList();
    cut = Set.copyOf(cut);
    ends = Set.copyOf(ends);
  }

  /**
   * A node.
   *
   * @param label its name, safe to show
   * @param isOwn whether it is this node, which is drawn in the middle
   * @param isRobust whether it is a robust member
   * @param x where, in lengths of an edge; the middle is 0
   * @param y where, downwards
   */
  public record Dot(
      NodeId node, String label, boolean isOwn, boolean isRobust, double x, double y) {

    /** The same elsewhere. */
    public Dot at(double newX, double newY) {
      return new Dot(node, label, isOwn, isRobust, newX, newY);
    }
  }

  /**
   * An attestation.
   *
   * @param life how much of its time is left: 1 just issued, 0 about to expire
   * @param isMutual whether the attestee attests to the attester as well
   */
  public record Edge(int from, int to, double life, boolean isMutual) {}

  /** What a node tells of a group, with all dots in the middle yet, and nothing marked. */
  public static GraphPicture of(GroupView view) {
    Map<NodeId, Integer> places = new HashMap<>();
    List<Dot> dots = new ArrayList<>();
    Set<NodeId> robust =
        view.robust().nodes().stream()
            .filter(RobustNode::member)
            .map(RobustNode::node)
            .collect(Collectors.toSet());
    for (GroupView.MemberView member : view.members()) {
      NodeId node = member.node();
      if (places.putIfAbsent(node, dots.size()) == null) {
        String label = Shown.name(member.name(), node);
        dots.add(new Dot(node, label, node.equals(view.you()), robust.contains(node), 0, 0));
      }
    }
    return new GraphPicture(dots, edges(view, places), List.of(), Set.of(), Set.of(), -1);
  }

  /** A group as it was at some time; how old attestations were is not known any more. */
  static GraphPicture of(GroupHistory.Moment moment) {
    Set<GroupHistory.Link> all = new HashSet<>(moment.edges());
    return new GraphPicture(
        moment.nodes().stream()
            .map(one -> new Dot(one.node(), one.name(), one.isOwn(), one.isRobust(), 0, 0))
            .toList(),
        moment.edges().stream()
            .map(one -> {
              boolean isMutual = all.contains(new GroupHistory.Link(one.to(), one.from()));
              return new Edge(one.from(), one.to(), 1, isMutual);
            })
            .toList(),
        List.of(),
        Set.of(),
        Set.of(),
        -1);
  }

  private static List<Edge> edges(GroupView view, Map<NodeId, Integer> places) {
    record Pair(NodeId from, NodeId to) {}
    Set<Pair> all = new HashSet<>();
    view.attestations().forEach(one -> all.add(new Pair(one.attester(), one.attestee())));
    List<Edge> edges = new ArrayList<>();
    for (AttestationView one : view.attestations()) {
      Integer from = places.get(one.attester());
      Integer to = places.get(one.attestee());
      if (from != null && to != null) {
        Long left = one.expiresInMillis();
        double whole = view.settings().validityMillis();
        double life = left == null ? 1 : Math.clamp(left / whole, 0, 1);
        boolean isMutual = all.contains(new Pair(one.attestee(), one.attester()));
        edges.add(new Edge(from, to, life, isMutual));
      }
    }
    return edges;
  }

  /** The same with each dot where {@code places} has it. */
  GraphPicture at(List<Dot> places) {
    return new GraphPicture(places, edges, paths, cut, ends, chosen);
  }

  /** The same with other marks; nodes that are not in it are left out. */
  GraphPicture marked(
      List<List<NodeId>> itsPaths, Set<NodeId> itsCut, Set<NodeId> itsEnds, NodeId itsChosen) {
    Map<NodeId, Integer> places = new HashMap<>();
    for (int i = 0; i < dots.size(); i++) {
      places.put(dots.get(i).node(), i);
    }
    return new GraphPicture(
        dots,
        edges,
        itsPaths.stream()
            .filter(path -> places.keySet().containsAll(path))
            .map(path -> path.stream().map(places::get).toList())
            .toList(),
        in(places, itsCut),
        in(places, itsEnds),
        places.getOrDefault(itsChosen, -1));
  }

  private static Set<Integer> in(Map<NodeId, Integer> places, Set<NodeId> nodes) {
    return nodes.stream().filter(places::containsKey).map(places::get).collect(Collectors.toSet());
  }
}
