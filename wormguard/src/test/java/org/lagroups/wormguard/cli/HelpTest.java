package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {

  private static final int WIDTH = 80;

  /** A line broken by hand is broken again where the terminal ends; examples are indented. */
  @Test
  void leavesTheBreakingOfLinesToTheTerminal() {
    List<String> broken = new ArrayList<>();
    for (CommandLine command : commands()) {
      for (String line : command.getCommandSpec().usageMessage().description()) {
        boolean isWhole = line.isEmpty() || line.startsWith("  ") || line.matches(".*[.:]");
        if (!isWhole) {
          broken.add(command.getCommandName() + ": " + line);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void fitsIntoATerminal() {
    for (CommandLine command : commands()) {
      command.setUsageHelpWidth(WIDTH);
      assertThat(command.getUsageMessage().lines())
          .as(command.getCommandName())
          .isNotEmpty()
          .allMatch(line -> line.length() <= WIDTH);
    }
  }

  private static List<CommandLine> commands() {
    CommandLine guard = new CommandLine(new GuardCommand());
    List<CommandLine> all = new ArrayList<>(guard.getSubcommands().values());
    all.add(guard);
    return all;
  }
}
