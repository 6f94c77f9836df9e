package org.lagroups.wormguard.cli;

import java.util.List;
import org.lagroups.node.cli.CommandEntry;
import org.lagroups.node.cli.CommandProvider;

/** Wormguard's sub-commands of {@code lag}. */
public final class GuardCommands implements CommandProvider {

  @Override
  public List<CommandEntry> commands() {
    return List.of(new CommandEntry("guard", GuardCommand::new));
  }
}
