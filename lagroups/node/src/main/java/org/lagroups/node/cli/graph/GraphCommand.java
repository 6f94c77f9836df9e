package org.lagroups.node.cli.graph;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.graph.GraphCommands.CutCommand;
import org.lagroups.node.cli.graph.GraphCommands.PathsCommand;
import org.lagroups.node.cli.graph.GraphCommands.SccCommand;
import org.lagroups.node.cli.graph.GraphCommands.ShortestCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code lag graph}. */
@Command(
    name = "graph",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Questions about who vouches for whom: of a running node's group, or of a file.",
      "A file is CSV with the columns attester,attestee[,cost[,capacity]]."
    },
    subcommands = {PathsCommand.class, CutCommand.class, ShortestCommand.class, SccCommand.class})
final class GraphCommand extends LagCommand {

  @Override
  public Integer call() {
    throw new ParameterException(spec().commandLine(), "which question?");
  }
}
