package org.lagroups.node.cli.graph;

import java.util.List;
import org.lagroups.node.cli.CommandEntry;
import org.lagroups.node.cli.CommandProvider;

/** The sub-command {@code graph}. */
public final class GraphCommandProvider implements CommandProvider {

  @Override
  public List<CommandEntry> commands() {
    return List.of(new CommandEntry("graph", GraphCommand::new));
  }
}
