package org.lagroups.node.cli.core;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.control.api.GroupList;
import picocli.CommandLine.Command;

/** {@code lag group list}. */
@Command(name = "list", description = "Lists the groups to which this node belongs.")
final class GroupListCommand extends LagCommand {

  @Override
  public Integer call() {
    GroupList list = control().get("/v1/groups", GroupList.class);
    out().data(list, () -> print(list));
    return DONE;
  }

  private void print(GroupList list) {
    TextTable table =
        new TextTable("group", "members", "vouch for you", "T_a", "robust rule", "robust members");
    list.groups()
        .forEach(group ->
            table.row(
                group.group() + (group.ofPeople() ? "" : " (" + group.owner() + ")"),
                Integer.toString(group.members()),
                Integer.toString(group.attestsYou()),
                group.validityMillis() / 1_000 + " s",
                group.robust().rule().text(),
                RobustText.brief(group.robust())));
    table.lines().forEach(out()::line);
    if (list.groups().isEmpty()) {
      out().note("No groups yet. Make one: lag group create; or: lag group join LINK");
    }
  }
}
