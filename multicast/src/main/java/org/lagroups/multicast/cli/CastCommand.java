package org.lagroups.multicast.cli;

import org.lagroups.node.cli.LagCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code lag cast}. */
@Command(
    name = "cast",
    synopsisSubcommandLabel = "COMMAND",
    description = {"Sends from one node to many, who relay to each other."},
    subcommands = {SendCommand.class, ReceiveCommand.class, TopCommand.class, PlanCommand.class})
final class CastCommand extends LagCommand {

  @Override
  public Integer call() {
    throw new ParameterException(spec().commandLine(), "which cast command?");
  }
}
