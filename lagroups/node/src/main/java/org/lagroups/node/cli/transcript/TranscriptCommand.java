package org.lagroups.node.cli.transcript;

import org.lagroups.node.cli.LagCommand;
import picocli.CommandLine.Command;

/** {@code lag transcript}. */
@Command(
    name = "transcript",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Proofs of membership that convince strangers.",
      "Members sign that another is one, until some time; their signatures add up to one.",
      "A snapshot has those of all members: a proof of who vouches for whom."
    },
    subcommands = {ExportCommand.class, VerifyCommand.class})
final class TranscriptCommand extends LagCommand {

  @Override
  public Integer call() {
    throw usage("export or verify?");
  }
}
