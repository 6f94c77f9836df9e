package org.lagroups.wormguard.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.rule.address.Variables;
import picocli.CommandLine.Option;

/** The variables that rules use. */
final class VariableOptions {

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = {
        "Gives a variable of the rules its value, as HOME_NET=[10.0.0.0/8,!10.9.0.0/16] or"
            + " HTTP_PORTS=[80,8000:8100]. May be given several times.",
        "Unless set, HOME_NET is the private networks, EXTERNAL_NET is !$HOME_NET, the servers"
            + " are those of HOME_NET, and services have their usual ports."
      })
  private Map<String, String> values = new LinkedHashMap<>();

  Variables variables() {
    Variables variables = Variables.DEFAULTS;
    for (Map.Entry<String, String> value : values.entrySet()) {
      try {
        variables = variables.with(value.getKey(), value.getValue());
      } catch (IllegalArgumentException e) {
        throw new CommandFailedException(
            "--set %s: %s".formatted(Output.safe(value.getKey()), e.getMessage()),
            "write NAME=VALUE, without $ before the name");
      }
    }
    return variables;
  }
}
