package org.lagroups.desktop.cli;

import java.util.List;
import org.lagroups.node.cli.CommandEntry;
import org.lagroups.node.cli.CommandProvider;

/** The client's part of {@code lag}. */
public final class DesktopCommandProvider implements CommandProvider {

  @Override
  public List<CommandEntry> commands() {
    return List.of(new CommandEntry("ui", UiCommand::new));
  }
}
