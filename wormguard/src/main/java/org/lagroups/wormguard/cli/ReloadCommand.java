package org.lagroups.wormguard.cli;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.GuardRun.Reloaded;
import picocli.CommandLine.Command;

/** {@code lag guard reload}. */
@Command(
    name = "reload",
    description = {
      "Has the running guard read its files of rules anew.",
      "",
      "No flow is forgotten. If no rule can be taken, those that are there stay, and this fails."
    })
final class ReloadCommand extends LagCommand {

  @Override
  public Integer call() {
    Reloaded reloaded =
        RunningGuard.ask(home(), guard -> guard.post(GuardRun.RELOAD, null, Reloaded.class));
    out()
        .data(
            reloaded,
            () ->
                out()
                    .line(
                        "%,d rules, %,d refused".formatted(reloaded.rules(), reloaded.refused())));
    return DONE;
  }
}
