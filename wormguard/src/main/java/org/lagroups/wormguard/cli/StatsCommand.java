package org.lagroups.wormguard.cli;

import org.lagroups.node.cli.LagCommand;
import org.lagroups.wormguard.api.BridgeCounts;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.GuardStats.PartnerStats;
import picocli.CommandLine.Command;

/** {@code lag guard stats}. */
@Command(
    name = "stats",
    description = {
      "Shows what the running guard did since it began.",
      "",
      "With --json all that is counted; the same is at /metrics of its control API for Prometheus."
    })
final class StatsCommand extends LagCommand {

  @Override
  public Integer call() {
    GuardStats stats =
        RunningGuard.ask(home(), guard -> guard.get(GuardRun.STATS, GuardStats.class));
    out().data(stats, () -> print(stats));
    return DONE;
  }

  private void print(GuardStats stats) {
    line("rules", "%,d, %,d refused".formatted(stats.rules(), stats.refused()));
    PartnerStats partners = stats.partners();
    if (partners.isAsked()) {
      line(
          "partners",
          "%,d rules, %,d refused; the node %s"
              .formatted(
                  partners.rules(),
                  partners.refused(),
                  partners.isAnswering() ? "answers" : "DOES NOT ANSWER"));
    }
    line("judged", "%,d frames, %,d bytes".formatted(stats.frames(), stats.bytes()));
    line("dropped", "%,d frames".formatted(stats.dropped()));
    line("alerts", "%,d, %,d not written".formatted(stats.alerts(), stats.eventsLost()));
    line("flows", "%,d".formatted(stats.flows()));
    line("spared", "%,d blocks of addresses never blocked".formatted(stats.spared()));
    line("dry run", "%,d blocks only tried out".formatted(stats.dryRuns()));
    if (!stats.suspended().isEmpty()) {
      line("SUSPENDED", "%s, for blocking too much".formatted(stats.suspended()));
    }
    BridgeCounts bridge = stats.bridge();
    if (bridge.frames() > 0) {
      line("passed", "%,d frames, %,d unjudged".formatted(bridge.forwarded(), bridge.unjudged()));
      line("lost", "%,d before, %,d behind".formatted(bridge.lost(), bridge.notSent()));
    }
  }

  private void line(String name, String text) {
    out().line("%-10s %s".formatted(name, text));
  }
}
