package org.lagroups.wormguard.cli;

import org.lagroups.node.cli.LagCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code lag guard}. */
@Command(
    name = "guard",
    synopsisSubcommandLabel = "COMMAND",
    description = {"Guards a network against worms by signatures that partners vouch for."},
    subcommands = {
      CheckCommand.class,
      LearnCommand.class,
      ScanCommand.class,
      RunCommand.class,
      StatsCommand.class,
      ReloadCommand.class,
      ResumeCommand.class,
      UnitCommand.class,
      WhyCommand.class,
      SigsCommand.class,
      OfferCommand.class,
      DecideCommands.Attest.class,
      DecideCommands.Withdraw.class,
      ListCommands.Allow.class,
      ListCommands.NeverBlock.class,
      ListCommands.DryRun.class,
      ListCommands.Trust.class,
    })
final class GuardCommand extends LagCommand {

  @Override
  public Integer call() {
    throw new ParameterException(spec().commandLine(), "which guard command?");
  }
}
