package org.lagroups.scenarios;

import java.util.List;
import org.lagroups.node.cli.CommandEntry;
import org.lagroups.node.cli.CommandProvider;
import org.lagroups.scenarios.bench.BenchCommand;
import org.lagroups.scenarios.demo.DemoCommand;
import org.lagroups.scenarios.sim.SimCommand;

/** {@code lag demo}, {@code lag bench} and {@code lag sim}. */
public final class ScenarioCommands implements CommandProvider {

  @Override
  public List<CommandEntry> commands() {
    return List.of(
        new CommandEntry("demo", DemoCommand::new),
        new CommandEntry("bench", BenchCommand::new),
        new CommandEntry("sim", SimCommand::new));
  }
}
