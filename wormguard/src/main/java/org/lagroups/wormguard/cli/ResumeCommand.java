package org.lagroups.wormguard.cli;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.wormguard.runtime.guard.GuardControl;
import org.lagroups.wormguard.runtime.guard.GuardControl.Resumed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lag guard resume}. */
@Command(
    name = "resume",
    description = {"Lets a rule block again that the running guard has suspended."})
final class ResumeCommand extends LagCommand {

  @Parameters(paramLabel = "SID", description = "The rule's number; lag guard stats shows it.")
  private long signature;

  @Override
  public Integer call() {
    Resumed resumed =
        RunningGuard.ask(
            home(), guard -> guard.post(GuardControl.RESUME + signature, null, Resumed.class));
    out().data(resumed, () -> out().line("Rule %d may block again.".formatted(signature)));
    return DONE;
  }
}
