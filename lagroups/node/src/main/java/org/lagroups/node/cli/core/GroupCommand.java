package org.lagroups.node.cli.core;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.core.GroupMembershipCommands.Create;
import org.lagroups.node.cli.core.GroupMembershipCommands.Invite;
import org.lagroups.node.cli.core.GroupMembershipCommands.Join;
import org.lagroups.node.cli.core.GroupMembershipCommands.Leave;
import org.lagroups.node.cli.core.TrustCommands.Attest;
import org.lagroups.node.cli.core.TrustCommands.Unban;
import org.lagroups.node.cli.core.TrustCommands.Withdraw;
import picocli.CommandLine.Command;

/** {@code lag group}. */
@Command(
    name = "group",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Groups of nodes that vouch for each other.",
      "A group is named by its ID or the beginning of it; with only one, by nothing.",
      "A member is named by its ID or the beginning of it, by its name, by its number in",
      "`lag group show`, or as `me`."
    },
    subcommands = {
      Create.class,
      Invite.class,
      Join.class,
      Leave.class,
      GroupListCommand.class,
      GroupShowCommand.class,
      GroupMembersCommand.class,
      GroupWatchCommand.class,
      Attest.class,
      Withdraw.class,
      Unban.class
    })
final class GroupCommand extends LagCommand {

  @Override
  public Integer call() {
    throw usage("which group command?");
  }
}
