package org.lagroups.desktop.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lagroups.desktop.people.MemberLine.Role;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.AttestationView;
import org.lagroups.node.control.api.GroupView.BanView;
import org.lagroups.node.control.api.GroupView.EquivocatorView;
import org.lagroups.node.control.api.GroupView.MemberView;
import org.lagroups.node.control.api.GroupView.TestedView;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;

/** Makes lines of members out of what the node tells of a group. */
final class MemberLines {

  private final GroupView view;
  private final Directory directory;
  private final Map<NodeId, MemberView> members;
  private final Map<NodeId, TestedView> tested;
  private final Map<NodeId, ReasonInfo> bans;
  private final Map<NodeId, RobustNode> robust;
  private final Set<NodeId> equivocators;
  private final Map<NodeId, List<NodeId>> attesters = new HashMap<>();
  private final Map<NodeId, List<NodeId>> attestees = new HashMap<>();

  private MemberLines(GroupView view, Directory directory) {
    this.view = view;
    this.directory = directory;
    members = by(view.members(), MemberView::node, Function.identity());
    tested = by(view.tested(), TestedView::node, Function.identity());
    bans = by(view.bans(), BanView::node, BanView::reason);
    robust = by(view.robust().nodes(), RobustNode::node, Function.identity());
    equivocators =
        view.equivocators().stream().map(EquivocatorView::node).collect(Collectors.toSet());
    for (AttestationView one : view.attestations()) {
      attesters.computeIfAbsent(one.attestee(), _ -> new ArrayList<>()).add(one.attester());
      attestees.computeIfAbsent(one.attester(), _ -> new ArrayList<>()).add(one.attestee());
    }
  }

  /** This node first, then the members, then the others; by name, and by ID where names agree. */
  static List<MemberLine> of(GroupView view, Directory directory) {
    MemberLines lines = new MemberLines(view, directory);
    Set<NodeId> all = new LinkedHashSet<>(lines.members.keySet());
    all.addAll(lines.tested.keySet());
    all.addAll(lines.bans.keySet());
    all.addAll(lines.equivocators);
    return all.stream()
        .map(lines::line)
        .sorted(
            Comparator.comparing(MemberLine::role)
                .thenComparing(one -> one.name().toLowerCase(Locale.ROOT))
                .thenComparing(MemberLine::node))
        .toList();
  }

  /** What a node calls itself, safe to show. */
  static String name(GroupView view, NodeId node) {
    return view.members().stream()
        .filter(one -> one.node().equals(node))
        .findFirst()
        .map(one -> Shown.name(one.name(), node))
        .orElseGet(node::abbreviated);
  }

  private MemberLine line(NodeId node) {
    MemberView member = members.get(node);
    List<NodeId> by = attesters.getOrDefault(node, List.of());
    List<NodeId> of = attestees.getOrDefault(node, List.of());
    return new MemberLine(
        node,
        name(node),
        role(node, member != null),
        member != null && member.linked(),
        names(by),
        names(of),
        by.contains(view.you()),
        of.contains(view.you()),
        standing(node),
        Optional.ofNullable(tested.get(node)),
        bans.get(node));
  }

  private Role role(NodeId node, boolean isMember) {
    if (node.equals(view.you())) {
      return Role.YOU;
    }
    if (equivocators.contains(node)) {
      return Role.EQUIVOCATOR;
    }
    return isMember ? Role.MEMBER : Role.OUTSIDE;
  }

  private MemberLine.Robust standing(NodeId node) {
    RobustView rule = view.robust();
    if (rule.basis().equals("none")) {
      return MemberLine.Robust.NO_RULE;
    }
    RobustNode one = robust.get(node);
    if (one == null) {
      return new MemberLine.Robust(MemberLine.Robust.Kind.NOT, 0, 0, rule.threshold());
    }
    MemberLine.Robust.Kind kind =
        !one.member()
            ? MemberLine.Robust.Kind.NOT
            : one.assured() ? MemberLine.Robust.Kind.ASSURED : MemberLine.Robust.Kind.ROBUST;
    return new MemberLine.Robust(kind, one.attesters(), one.attestees(), rule.threshold());
  }

  private List<String> names(List<NodeId> nodes) {
    return nodes.stream().map(this::name).sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }

  private String name(NodeId node) {
    MemberView member = members.get(node);
    return member == null ? directory.node(node) : Shown.name(member.name(), node);
  }

  private static <T, V> Map<NodeId, V> by(
      Collection<T> all, Function<T, NodeId> key, Function<T, V> value) {
    Map<NodeId, V> map = new HashMap<>();
    all.forEach(one -> map.put(key.apply(one), value.apply(one)));
    return map;
  }
}
