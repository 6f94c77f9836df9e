package org.lagroups.multicast.cli;

import java.util.List;
import org.lagroups.node.cli.CommandEntry;
import org.lagroups.node.cli.CommandProvider;

/** Multicast's sub-commands of {@code lag}. */
public final class CastCommands implements CommandProvider {

  @Override
  public List<CommandEntry> commands() {
    return List.of(new CommandEntry("cast", CastCommand::new));
  }
}
