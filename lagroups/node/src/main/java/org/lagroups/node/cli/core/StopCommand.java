package org.lagroups.node.cli.core;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.control.api.Done;
import picocli.CommandLine.Command;

/** {@code lag stop}. */
@Command(
    name = "stop",
    description = {
      "Ends the running node.",
      "It stays a member of its groups: the others drop it from their views after at most T_a,",
      "and take it back when it runs again."
    })
final class StopCommand extends LagCommand {

  @Override
  public Integer call() {
    Done done = control().post("/v1/shutdown", null, Done.class);
    out().data(done, () -> out().line("The node is stopping."));
    return DONE;
  }
}
