package org.lagroups.fileshare.cli;

import java.util.List;
import org.lagroups.node.cli.CommandEntry;
import org.lagroups.node.cli.CommandProvider;

/** File sharing's sub-commands of {@code lag}. */
public final class ShareCommands implements CommandProvider {

  @Override
  public List<CommandEntry> commands() {
    return List.of(new CommandEntry("share", ShareCommand::new));
  }
}
