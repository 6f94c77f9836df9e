package org.lagroups.node.cli.graph;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.graph.WholeCommands.ClusteringCommand;
import org.lagroups.node.cli.graph.WholeCommands.RobustCommand;
import org.lagroups.node.cli.graph.WholeCommands.SccCommand;
import picocli.CommandLine.Command;

/** {@code lag graph}. */
@Command(
    name = "graph",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Questions about who vouches for whom: of a running node's group, or of a file.",
      "A file is CSV with the columns attester,attestee[,cost[,capacity]], or GraphML, or DOT."
    },
    subcommands = {
      PathsCommand.class,
      CutCommand.class,
      FlowCommand.class,
      ShortestCommand.class,
      SccCommand.class,
      RobustCommand.class,
      ClusteringCommand.class,
      ExplainCommand.class,
      ConvertCommand.class
    })
final class GraphCommand extends LagCommand {

  @Override
  public Integer call() {
    throw usage("which question?");
  }
}
