package org.lagroups.node.cli.core;

import java.util.List;
import java.util.stream.Collectors;
import org.lagroups.machine.NodeAddress;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupList.GroupSummary;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.api.SessionList;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;

/** {@code lag status}. */
@Command(
    name = "status",
    description = "Shows the running node: its addresses, connections, and what needs attention.")
final class StatusCommand extends LagCommand {

  /** What is printed as JSON. */
  record Status(NodeInfo node, SessionList connections, List<GroupSummary> groups) {

    Status {
      groups = List.copyOf(groups);
    }
  }

  @Override
  public Integer call() {
    ControlClient control = control();
    Status status =
        new Status(
            control.get("/v1/node", NodeInfo.class),
            control.get("/v1/sessions", SessionList.class),
            control.get("/v1/groups", GroupList.class).groups());
    out().data(status, () -> print(status));
    return DONE;
  }

  private void print(Status status) {
    NodeInfo node = status.node();
    out().line("node       " + node.node());
    if (!node.name().isEmpty()) {
      out().line("name       " + node.name());
    }
    out()
        .line(
            "addresses  "
                + node.addresses().stream()
                    .map(NodeAddress::toString)
                    .collect(Collectors.joining(", ")));
    out().line("running    " + node.uptimeSeconds() + " s, process " + node.processId());
    out().line("groups     " + node.groups());
    groups(status.groups()).lines().forEach(out()::line);
    out().line("connected  " + node.sessions());
    connections(status.connections()).lines().forEach(out()::line);
    node.warnings().forEach(warning -> out().line(out().in(Colour.BAD, "Warning: ") + warning));
  }

  private static TextTable groups(List<GroupSummary> groups) {
    TextTable table = new TextTable("", "group", "members", "robust rule", "robust members");
    groups.forEach(one ->
        table.row(
            "",
            one.group().toString(),
            Integer.toString(one.members()),
            one.robust().rule().text(),
            RobustText.brief(one.robust())));
    return table;
  }

  private static TextTable connections(SessionList connections) {
    TextTable table = new TextTable("", "node", "address", "over", "dialled", "in", "out");
    connections
        .sessions()
        .forEach(one ->
            table.row(
                "",
                one.peer().abbreviated(),
                one.address().toString(),
                String.join(", ", one.carriers()),
                one.dialled() ? "by this node" : "by the other",
                one.bytesIn() + " B",
                one.bytesOut() + " B"));
    return table;
  }
}
