package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.wormguard.rule.load.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lag guard check}. */
@Command(
    name = "check",
    description = {
      "Reads a file of rules and says which of them cannot be taken.",
      "",
      "The rules are in a part of the language of Suricata and Snort; docs/WORMGUARD.md has all"
          + " keywords of it. A rule that is not in it is refused, by line, number and keyword,"
          + " and the others load.",
      "Ends with exit code 1 if a rule is refused. No running node is needed."
    })
final class CheckCommand extends LagCommand {

  @Parameters(paramLabel = "RULES", description = "The file of rules; - for standard input.")
  private Path file = Path.of("-");

  @Mixin private VariableOptions variables = new VariableOptions();

  @Override
  public Integer call() {
    RuleSet set = RuleFiles.load(file, variables.variables());
    out()
        .data(
            CheckText.json(set),
            () -> CheckText.lines(RuleFiles.name(file), set).forEach(out()::line));
    return set.refusedCount() == 0 ? DONE : FAILED;
  }
}
