package org.lagroups.multicast.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.picture.PlanSvg;
import org.lagroups.multicast.plan.PlanOutcome;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lag cast plan}. */
@Command(
    name = "plan",
    description = {
      "Finds the trees over which a node can send to all others the fastest.",
      "",
      "Each node relays as its uplink allows; everything comes to everybody.",
      "Prints the bound, which no trees can exceed, and trees with their rates, which together"
          + " reach at least 99.5%% of it.",
      "",
      "FILE has capacities in Mbit/s. What is left out is unlimited:",
      "",
      "  {\"source\": \"A\",",
      "   \"nodes\": {\"A\": {\"up\": 40, \"down\": 100}, \"B\": {\"up\": 10}, \"C\": {}},",
      "   \"links\": [{\"from\": \"A\", \"to\": \"B\", \"capacity\": 10}]}",
      "",
      "Add \"linksOnly\": true if there are no links but those listed, and \"latency\":"
          + " MILLISECONDS to a link so that of equal trees those are taken by which data arrives"
          + " earlier.",
      "Up to 64 nodes. No running node is needed."
    })
final class PlanCommand extends LagCommand {

  @Option(
      names = "--capacities",
      paramLabel = "FILE",
      required = true,
      description = "The capacities, as JSON; - for standard input.")
  private Path file = Path.of("-");

  @Option(
      names = "--svg",
      paramLabel = "PICTURE",
      description = "Also draws the trees into this file, as SVG.")
  private @Nullable Path picture;

  @Override
  public Integer call() {
    String name = isStandardInput() ? "standard input" : Output.safe(file.toString());
    PlanOutcome<String> outcome =
        switch (CapacityFile.read(bytes(name))) {
          case CapacityFile.Accepted accepted ->
              new RelayPlanner<String>().plan(accepted.capacities());
          case CapacityFile.Refused refused ->
              throw new CommandFailedException(
                  refused.field().isEmpty()
                      ? "%s: %s".formatted(name, refused.reason())
                      : "%s: %s %s".formatted(name, refused.field(), refused.reason()),
                  "correct that, and plan again; the format: lag cast plan --help");
        };
    switch (outcome) {
      case PlanOutcome.Plan<String> plan -> {
        if (picture != null) {
          draw(plan, absolute(picture));
        }
        out().data(PlanText.json(plan), () -> PlanText.lines(plan).forEach(out()::line));
      }
      case PlanOutcome.Unreachable<String> unreachable ->
          throw unreachable(name, unreachable.nodes());
      case PlanOutcome.Unlimited<String> unlimited ->
          throw new CommandFailedException(
              name + ": nodes and links: nothing limits the rate, so there is nothing to plan",
              "say what the source can send: \"up\" of its node");
    }
    return DONE;
  }

  private static CommandFailedException unreachable(String name, List<String> nodes) {
    return new CommandFailedException(
        "%s: nodes: nothing can get from the source to %s"
            .formatted(name, Output.safe(String.join(", ", nodes))),
        "see that links lead there whose capacity is not 0, from nodes whose \"up\" is not 0,"
            + " and that their own \"down\" is not 0");
  }

  private static void draw(PlanOutcome.Plan<String> plan, Path picture) {
    try {
      Files.writeString(picture, PlanSvg.draw(plan.trees()));
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot write %s: %s"
              .formatted(Output.safe(picture.toString()), Output.safe(e.toString())),
          "name another file with --svg");
    }
  }

  private boolean isStandardInput() {
    return file.toString().equals("-");
  }

  private byte[] bytes(String name) {
    try (InputStream in = isStandardInput() ? System.in : Files.newInputStream(file)) {
      return in.readNBytes(CapacityFile.MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new CommandFailedException("there is no file " + name, "name one that is there");
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot read " + name + ": " + Output.safe(String.valueOf(e.getMessage())),
          "name a file that you may read");
    }
  }
}
