package org.lagroups.desktop.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lagroups.desktop.screen.GroupHistory.Link;
import org.lagroups.desktop.screen.GroupHistory.Member;
import org.lagroups.desktop.screen.GroupHistory.Moment;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupPast;
import org.lagroups.node.control.api.GroupPast.Change;

/** Goes back from what a group is to what it was, by what the node says has changed. */
final class PastMoments {

  /** What has changed within so long makes one moment. */
  private static final long TOGETHER_MILLIS = GroupHistory.EVERY.toMillis();

  private final Map<NodeId, Member> nodes = new LinkedHashMap<>();
  private final Set<Attestation> edges = new LinkedHashSet<>();
  private final Set<NodeId> robust = new HashSet<>();
  private final Directory directory;

  private record Attestation(NodeId from, NodeId to) {}

  private PastMoments(Moment now, Directory directory) {
    this.directory = directory;
    for (Member member : now.nodes()) {
      nodes.put(member.node(), member);
      if (member.isRobust()) {
        robust.add(member.node());
      }
    }
    for (Link link : now.edges()) {
      edges.add(
          new Attestation(now.nodes().get(link.from()).node(), now.nodes().get(link.to()).node()));
    }
  }

  /**
   * The moments before one, the eldest first.
   *
   * @param now how the group is
   * @param past what has changed until then
   * @param most so many parts, members and attestations, are enough; the eldest are left out
   */
  static List<Moment> before(Moment now, GroupPast past, Directory directory, long most) {
    PastMoments back = new PastMoments(now, directory);
    List<Moment> moments = new ArrayList<>();
    long parts = 0;
    int at = past.changes().size() - 1;
    while (at >= 0 && parts <= most) {
      // What was before all changes that came together, seen as of the first of them.
      long end = past.changes().get(at).atMillis();
      while (at >= 0 && past.changes().get(at).atMillis() > end - TOGETHER_MILLIS) {
        back.undo(past, past.changes().get(at));
        at--;
      }
      long began = at >= 0 ? past.changes().get(at).atMillis() : past.fromMillis();
      Moment moment = back.moment(began);
      parts += moment.nodes().size() + moment.edges().size();
      moments.addFirst(moment);
    }
    return moments;
  }

  private void undo(GroupPast past, Change change) {
    int count = past.nodes().size();
    if (change.node() < 0 || change.node() >= count || change.other() >= count) {
      return; // another version's
    }
    NodeId node = past.nodes().get(change.node());
    switch (change.what()) {
      case GroupPast.ENTERED -> nodes.remove(node);
      case GroupPast.LEFT ->
          nodes.computeIfAbsent(node, gone -> new Member(gone, directory.node(gone), false, false));
      case GroupPast.ROBUST -> robust.remove(node);
      case GroupPast.NOT_ROBUST -> robust.add(node);
      case GroupPast.ATTESTED -> edge(past, change).ifPresent(edges::remove);
      case GroupPast.LOST -> edge(past, change).ifPresent(edges::add);
      default -> {
        return; // another version's
      }
    }
  }

  private static Optional<Attestation> edge(GroupPast past, Change change) {
    return change.other() < 0
        ? Optional.empty()
        : Optional.of(
            new Attestation(past.nodes().get(change.node()), past.nodes().get(change.other())));
  }

  private Moment moment(long atMillis) {
    Map<NodeId, Integer> places = new HashMap<>();
    List<Member> members = new ArrayList<>();
    nodes.forEach((node, member) -> {
      places.put(node, members.size());
      members.add(new Member(node, member.name(), member.isOwn(), robust.contains(node)));
    });
    List<Link> links = new ArrayList<>();
    for (Attestation one : edges) {
      Integer from = places.get(one.from());
      Integer to = places.get(one.to());
      if (from != null && to != null) {
        links.add(new Link(from, to));
      }
    }
    return new Moment(atMillis, members, links);
  }
}
