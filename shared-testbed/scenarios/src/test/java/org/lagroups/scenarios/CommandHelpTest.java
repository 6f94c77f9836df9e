package org.lagroups.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.lagroups.node.cli.CommandEntry;
import org.lagroups.node.cli.CommandProvider;
import picocli.CommandLine;

final class CommandHelpTest {

  /** The list of commands shows no more than the first line of each description. */
  @Test
  void everyCommandIsDescribedByAWholeSentenceFirst() {
    List<CommandLine> commands = all();
    assertThat(commands).hasSizeGreaterThan(20);
    for (CommandLine command : commands) {
      assertThat(command.getCommandSpec().usageMessage().description())
          .as("description of " + command.getCommandSpec().qualifiedName())
          .isNotEmpty();
      assertThat(command.getCommandSpec().usageMessage().description()[0])
          .as("first line of the description of " + command.getCommandSpec().qualifiedName())
          .endsWith(".");
    }
  }

  private static List<CommandLine> all() {
    List<CommandLine> all = new ArrayList<>();
    for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
      for (CommandEntry entry : provider.commands()) {
        add(new CommandLine(entry.command().get()), all);
      }
    }
    return all;
  }

  private static void add(CommandLine command, List<CommandLine> all) {
    all.add(command);
    command.getSubcommands().values().forEach(inner -> add(inner, all));
  }
}
