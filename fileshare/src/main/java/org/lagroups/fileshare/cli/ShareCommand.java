package org.lagroups.fileshare.cli;

import org.lagroups.node.cli.LagCommand;
import picocli.CommandLine.Command;

/** {@code lag share}. */
@Command(
    name = "share",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shares files with the members of your groups, and fetches theirs.",
      "A file is named by its number in the last search, by its root, or by its magnet link.",
      "Leaving a group ends the sharing with it; after joining it again, share with it anew."
    },
    subcommands = {
      FolderCommands.Add.class,
      FolderCommands.ListFolders.class,
      FolderCommands.Remove.class,
      FolderCommands.Rescan.class,
      SearchCommand.class,
      VerifyCommand.class,
      GetCommand.class,
      DownloadCommands.Downloads.class,
      DownloadCommands.Cancel.class,
      VerdictCommand.class
    })
final class ShareCommand extends LagCommand {

  @Override
  public Integer call() {
    throw usage("which share command?");
  }
}
