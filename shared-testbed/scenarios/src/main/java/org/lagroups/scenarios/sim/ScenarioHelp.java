package org.lagroups.scenarios.sim;

import org.lagroups.scenarios.sim.scenario.Scenario;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The list of scenarios in the help of the command. */
final class ScenarioHelp {

  private ScenarioHelp() {}

  /** Puts the list in front of the parameters. */
  static void addTo(UsageMessageSpec help) {
    StringBuilder list = new StringBuilder("\nScenarios, and how many nodes they usually have:\n");
    for (Scenario scenario : Scenarios.all()) {
      list.append("  %-14s %6d nodes%n".formatted(scenario.name(), scenario.size().usual()));
      list.append("      %s%n".formatted(scenario.summary()));
    }
    help.parameterListHeading(literally(list.append('\n').toString()));
  }

  /** Headings are format strings. */
  private static String literally(String text) {
    return text.replace("%", "%%").replace("\n", "%n");
  }
}
