package org.lagroups.wormguard.cli;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.GuardRun.Resumed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lag guard resume}. */
@Command(
    name = "resume",
    description = {"Lets a rule block again that the running guard has suspended."})
final class ResumeCommand extends LagCommand {

  @Parameters(
      paramLabel = "RULE",
      description = {
        "The rule's number, or of a signature that partners share its ID, or 12 digits of it at"
            + " least; lag guard stats shows them."
      })
  private String rule = "";

  @Override
  public Integer call() {
    Resumed resumed =
        RunningGuard.ask(
            home(),
            guard -> guard.post(GuardRun.RESUME + ControlClient.escape(rule), null, Resumed.class));
    out()
        .data(
            resumed,
            () -> out().line("Rule %s may block again.".formatted(Output.safe(resumed.rule()))));
    return DONE;
  }
}
