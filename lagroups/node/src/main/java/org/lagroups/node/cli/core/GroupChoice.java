package org.lagroups.node.cli.core;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.GroupId;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupList.GroupSummary;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Option;

/** The option by which a command is told which group it is about. */
public final class GroupChoice {

  @Option(
      names = {"-g", "--group"},
      paramLabel = "GROUP",
      description = "The group's ID, or the beginning of it. Default: the only group.")
  private @Nullable String named;

  /** Whether the option was given. */
  public boolean isGiven() {
    return named != null;
  }

  /**
   * The group meant.
   *
   * @throws CommandFailedException if there is none, or more than one
   */
  public GroupId resolve(ControlClient control) {
    List<GroupId> all =
        control.get("/v1/groups", GroupList.class).groups().stream()
            .filter(one -> one.ofPeople() || named != null)
            .map(GroupSummary::group)
            .toList();
    if (all.isEmpty()) {
      throw new CommandFailedException(
          "this node belongs to no group", "make one: lag group create; or: lag group join LINK");
    }
    String wanted = named == null ? "" : compact(named);
    List<GroupId> fitting =
        all.stream().filter(group -> compact(group.toString()).startsWith(wanted)).toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    String choices = all.stream().map(GroupId::toString).collect(Collectors.joining("\n    "));
    throw new CommandFailedException(
        named == null
            ? "this node belongs to several groups"
            : (fitting.isEmpty() ? "no group begins with " : "several groups begin with ")
                + Output.safe(named),
        "choose one by --group:\n    " + choices);
  }

  private static String compact(String text) {
    return text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }
}
