package org.lagroups.node.cli.core;

import java.util.List;
import org.lagroups.node.cli.CommandEntry;
import org.lagroups.node.cli.CommandProvider;

/** The sub-commands that every node has. */
public final class CoreCommands implements CommandProvider {

  @Override
  public List<CommandEntry> commands() {
    return List.of(
        new CommandEntry("run", RunCommand::new),
        new CommandEntry("id", IdCommand::new),
        new CommandEntry("status", StatusCommand::new),
        new CommandEntry("stop", StopCommand::new),
        new CommandEntry("config", ConfigCommand::new),
        new CommandEntry("group", GroupCommand::new));
  }
}
