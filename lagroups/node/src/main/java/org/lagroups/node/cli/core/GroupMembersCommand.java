package org.lagroups.node.cli.core;

import org.lagroups.machine.GroupId;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lag group members}. */
@Command(
    name = "members",
    description = {
      "Shows the robust members of a group, as this node sees them.",
      "",
      "They are those that at least t others of them vouch for, and that vouch for at least t others",
      "of them. An assured one remains a member whatever t - 1 other nodes do, unless an agreed view",
      "says otherwise. One that is \"agreed only\" has fewer attestations in what this node sees than",
      "the agreed view asks for. The rule is chosen by: lag group create --robust"
    })
final class GroupMembersCommand extends LagCommand {

  @Mixin private GroupChoice group = new GroupChoice();

  @Override
  public Integer call() {
    ControlClient control = control();
    GroupId chosen = group.resolve(control);
    GroupView view = control.get("/v1/groups/" + chosen, GroupView.class);
    out().data(view.robust(), () -> print(view));
    return DONE;
  }

  private void print(GroupView view) {
    RobustView robust = view.robust();
    if (robust.nodes().isEmpty()) {
      out().line("group " + view.group() + " has no rule of robust membership");
      return;
    }
    MemberNames names = new MemberNames(view);
    out().line("group " + view.group() + ", rule " + robust.rule().text());
    out().line(RobustText.summary(robust.summary()));
    out().line("");
    TextTable table = new TextTable("node", "standing", "robust attesters", "robust attestees");
    for (RobustNode node : robust.nodes()) {
      table.row(
          names.text(node.node()),
          RobustText.standing(robust, node),
          Integer.toString(node.attesters()),
          Integer.toString(node.attestees()));
    }
    table.lines().forEach(out()::line);
  }
}
