package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {

  /** A line broken by hand is broken again where the terminal ends. */
  @Test
  void leavesTheBreakingOfLinesToTheTerminal() {
    List<String> broken = new ArrayList<>();
    CommandLine share = new CommandLine(new ShareCommand());
    share
        .getSubcommands()
        .forEach((name, command) -> {
          String[] description = command.getCommandSpec().usageMessage().description();
          for (int i = 0; i + 1 < description.length; i++) {
            if (!description[i].isEmpty() && !description[i].endsWith(".")) {
              broken.add(name + ": " + description[i]);
            }
          }
        });
    assertThat(broken).isEmpty();
  }
}
