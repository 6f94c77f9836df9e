package org.lagroups.node.cli.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.AttestationView;
import org.lagroups.node.control.api.GroupView.BanView;
import org.lagroups.node.control.api.GroupView.EquivocatorView;
import org.lagroups.node.control.api.GroupView.MemberView;
import org.lagroups.node.control.api.GroupView.TestedView;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lag group show}. */
@Command(
    name = "show",
    description = "Shows a group's members and who vouches for whom, as this node sees it.")
final class GroupShowCommand extends LagCommand {

  /** A matrix of more members is wider than a terminal; then there are lists. */
  private static final int MAX_MATRIX = 24;

  @Mixin private GroupChoice group = new GroupChoice();

  @Override
  public Integer call() {
    ControlClient control = control();
    GroupId chosen = group.resolve(control);
    GroupView view = control.get("/v1/groups/" + chosen, GroupView.class);
    out().data(view, () -> print(view));
    return DONE;
  }

  private void print(GroupView view) {
    MemberNames names = new MemberNames(view);
    Map<NodeId, Set<NodeId>> attestees = new HashMap<>();
    view.attestations()
        .forEach(one ->
            attestees.computeIfAbsent(one.attester(), n -> new HashSet<>()).add(one.attestee()));
    out().line("group " + view.group());
    out()
        .line(
            "%d members, %d attestations, T_a %d s, at most %d members"
                .formatted(
                    view.members().size(),
                    view.attestations().size(),
                    view.settings().validityMillis() / 1_000,
                    view.settings().maxMembers()));
    if (!view.robust().nodes().isEmpty()) {
      out().line(RobustText.summary(view.robust().summary()));
    }
    out().line("");
    members(view).lines().forEach(out()::line);
    out().line("");
    if (view.members().size() <= MAX_MATRIX) {
      printMatrix(view.members(), attestees);
    } else {
      printLists(view.members(), attestees, names);
    }
    view.tested().stream()
        .filter(tested -> !tested.says().equals("pass"))
        .forEach(tested -> out().line(notVouchedFor(tested, names)));
    for (BanView ban : view.bans()) {
      out()
          .line(
              out().in(Colour.BAD, "withdrawn: ")
                  + "%s, %s %s"
                      .formatted(
                          names.text(ban.node()), ban.reason().code(), ban.reason().detail()));
    }
    view.equivocators().forEach(proven -> out().line(text(proven, view, names)));
  }

  private String text(EquivocatorView proven, GroupView view, MemberNames names) {
    return out().in(Colour.BAD, "said two things at once: ")
        + names.text(proven.node())
        + (proven.node().equals(view.you())
            ? ". This node itself: another process uses a copy of its keys, and members that know"
                + " hear neither. Stop one, and join with new keys (another --home)"
            : ", under number " + proven.sequence() + ". Nothing that it says counts here")
        + ". The proof: lag group show --json";
  }

  /** Why this node does not vouch for another, test by test. */
  private String notVouchedFor(TestedView tested, MemberNames names) {
    String why =
        tested.tests().stream()
            .filter(test -> !test.says().equals("pass"))
            .map(test -> "%s %s".formatted(test.test(), because(test.says(), test.reason())))
            .collect(Collectors.joining("; "));
    boolean failed = tested.says().equals("fail");
    return out().in(failed ? Colour.BAD : Colour.FAINT, failed ? "fails: " : "in doubt: ")
        + names.text(tested.node())
        + ", "
        + (why.isEmpty() ? because(tested.says(), tested.reason()) : why);
  }

  private static String because(String says, ReasonInfo reason) {
    return (reason.code().isEmpty() ? says : reason.code() + " " + reason.detail()).strip();
  }

  private static TextTable members(GroupView view) {
    TextTable table =
        new TextTable(
            "no.", "node", "name", "link", "test", "round trip", "vouches", "vouched for");
    int number = 1;
    for (MemberView member : view.members()) {
      boolean you = member.node().equals(view.you());
      table.row(
          Integer.toString(number++),
          member.node().abbreviated(),
          member.name() + (you ? " (you)" : ""),
          you ? "" : member.linked() ? "up" : "-",
          member.test(),
          roundTrip(view, member.node()),
          Long.toString(count(view.attestations(), member.node(), true)),
          Long.toString(count(view.attestations(), member.node(), false)));
    }
    return table;
  }

  private static long count(List<AttestationView> all, NodeId node, boolean out) {
    return all.stream().filter(one -> (out ? one.attester() : one.attestee()).equals(node)).count();
  }

  private static String roundTrip(GroupView view, NodeId node) {
    return view.attestations().stream()
        .filter(one -> one.attester().equals(view.you()) && one.attestee().equals(node))
        .map(AttestationView::roundTripMicros)
        .filter(Objects::nonNull)
        .map(micros -> "%.1f ms".formatted(micros / 1_000.0))
        .findFirst()
        .orElse("");
  }

  private void printMatrix(List<MemberView> members, Map<NodeId, Set<NodeId>> attestees) {
    out().line("who vouches for whom: a row's node for a column's");
    StringBuilder head = new StringBuilder("    ");
    for (int i = 1; i <= members.size(); i++) {
      head.append("%3d".formatted(i));
    }
    out().line(head.toString());
    for (int i = 0; i < members.size(); i++) {
      StringBuilder row = new StringBuilder("%4d".formatted(i + 1));
      NodeId attester = members.get(i).node();
      for (MemberView attestee : members) {
        row.append("  ").append(cell(attester, attestee.node(), attestees));
      }
      out().line(row.toString());
    }
  }

  private String cell(NodeId attester, NodeId attestee, Map<NodeId, Set<NodeId>> attestees) {
    if (attester.equals(attestee)) {
      return out().in(Colour.FAINT, "\\");
    }
    return attestees.getOrDefault(attester, Set.of()).contains(attestee)
        ? out().in(Colour.GOOD, "x")
        : out().in(Colour.FAINT, ".");
  }

  private void printLists(
      List<MemberView> members, Map<NodeId, Set<NodeId>> attestees, MemberNames names) {
    out().line("who vouches for whom:");
    for (MemberView member : members) {
      String list =
          attestees.getOrDefault(member.node(), Set.of()).stream()
              .sorted()
              .map(names::brief)
              .collect(Collectors.joining(", "));
      out().line("  " + names.brief(member.node()) + ": " + list);
    }
  }
}
