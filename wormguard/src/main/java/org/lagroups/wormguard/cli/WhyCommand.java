package org.lagroups.wormguard.cli;

import java.util.Map;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.GuardRun.Question;
import org.lagroups.wormguard.api.Reasons;
import org.lagroups.wormguard.enforce.Docket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lag guard why}. */
@Command(
    name = "why",
    description = {
      "Says why the running guard let packets pass or did not.",
      "",
      "It tells which rules held, what came of each, and the reason. The guard keeps its last 4,096"
          + " decisions; how often what came of a rule is counted from its start on.",
      "",
      "  lag guard why 1000001          a rule, by its sid",
      "  lag guard why 4503599627371    a flow, by the flow_id of an event",
      "  lag guard why 10.0.0.5:445     packets from and to an address, and port",
      "",
      "For a signature that partners share, by its ID, lag guard sigs show tells who vouches."
    })
final class WhyCommand extends LagCommand {

  @Parameters(
      paramLabel = "WHAT",
      description = "A rule's sid, a flow_id, ADDRESS, ADDRESS:PORT, or a signature's ID.")
  private String what = "";

  @Override
  public Integer call() {
    Reasons reasons =
        RunningGuard.ask(
            home(), guard -> guard.post(GuardRun.WHY, new Question(what), Reasons.class));
    out().data(reasons, () -> print(reasons));
    return reasons.rules().isEmpty() && reasons.decisions().isEmpty() ? FAILED : DONE;
  }

  private void print(Reasons reasons) {
    for (Reasons.OfRule rule : reasons.rules()) {
      out()
          .line(
              "rule %s \"%s\": %s%s"
                  .formatted(
                      rule.rule(),
                      Output.safe(rule.message()),
                      rule.action(),
                      rule.isLoaded() ? "" : ", no longer loaded"));
      for (Map.Entry<String, Long> each : rule.counts().entrySet()) {
        out().line("  %-14s %,d".formatted(each.getKey(), each.getValue()));
      }
      if (rule.counts().isEmpty()) {
        out().line("  has held for no packet yet");
      }
    }
    for (Reasons.OfPacket each : reasons.decisions()) {
      out()
          .line(
              "%s %s -> %s, protocol %d, flow %d"
                  .formatted(each.time(), each.from(), each.to(), each.protocol(), each.flow()));
      out()
          .line(
              "  rule %s \"%s\": %s"
                  .formatted(each.rule(), Output.safe(each.message()), each.outcome()));
    }
    if (reasons.rules().isEmpty() && reasons.decisions().isEmpty()) {
      out()
          .note(
              "no rule has that number, and none of the last %,d decisions is about it"
                  .formatted(Docket.MOST_DECISIONS));
    }
  }
}
