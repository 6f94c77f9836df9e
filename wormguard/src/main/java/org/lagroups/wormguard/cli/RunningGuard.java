package org.lagroups.wormguard.cli;

import java.util.function.Function;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.runtime.guard.GuardControl;

/** The guard that runs at a home, to be asked. */
final class RunningGuard {

  private RunningGuard() {}

  /** Asks it. */
  static <T> T ask(HomeFolder home, Function<ControlClient, T> question) {
    try {
      return question.apply(ControlClient.of(GuardControl.folder(home)));
    } catch (ControlException e) {
      if (e.code().equals(ControlException.NOT_RUNNING)) {
        throw new CommandFailedException(
            "no guard runs at " + home.state(), "start one: lag guard run; or name its --home");
      }
      throw e;
    }
  }
}
