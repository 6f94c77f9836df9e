package org.lagroups.fileshare.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.api.BeginVerification;
import org.lagroups.fileshare.api.VerificationView;
import org.lagroups.fileshare.api.VerificationView.RouteView;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.Output.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag share verify}. */
@Command(
    name = "verify",
    description = {
      "Fetches a file's record from its publisher again over several paths, and compares.",
      "The paths have nobody in common. Says what each brought: a path on which somebody lies, and a"
          + " publisher who tells different people different things, are exposed.",
      "Exit code 0 only if all paths asked for confirm."
    })
final class VerifyCommand extends LagCommand {

  @Parameters(paramLabel = "NUMBER|ROOT", description = "The file.")
  private String file = "";

  @Option(
      names = "--paths",
      paramLabel = "K",
      description = "Over how many paths, 1 to 16. Default: the setting share.verify-paths.")
  private @Nullable Integer paths;

  @Override
  public Integer call() {
    VerificationView view =
        control()
            .post(
                "/v1/share/verifications",
                new BeginVerification(file, paths),
                VerificationView.class);
    out().data(view, () -> print(view));
    return view.conclusion().equals("confirmed") ? DONE : FAILED;
  }

  private void print(VerificationView view) {
    String publisher =
        view.publisherName().isBlank() ? view.publisher().abbreviated() : view.publisherName();
    out().line("%s, published by %s".formatted(Output.safe(view.name()), Output.safe(publisher)));
    int number = 1;
    for (RouteView route : view.routes()) {
      String way = String.join(" > ", route.names().stream().map(Output::safe).toList());
      out().line("  path %d  %s: %s".formatted(number++, way, outcome(route)));
    }
    boolean isGood = view.conclusion().equals("confirmed");
    out()
        .line(
            out().in(isGood ? Colour.GOOD : Colour.BAD, conclusion(view, Output.safe(publisher))));
  }

  private String outcome(RouteView route) {
    return switch (route.outcome()) {
      case "same" -> out().in(Colour.GOOD, "same");
      case "different" ->
          out().in(Colour.BAD, "another record") + " (" + Output.safe(route.detail()) + ")";
      case "gone" -> "no longer published";
      case "altered" ->
          out().in(Colour.BAD, "bad signature") + ": " + relays(route) + " altered the answer";
      case "invalid" -> out().in(Colour.BAD, "not a valid record of the publisher");
      default -> "no answer (" + route.detail() + ")";
    };
  }

  private static String relays(RouteView route) {
    List<String> relays = route.names().subList(1, route.names().size() - 1);
    return relays.size() == 1
        ? Output.safe(relays.getFirst())
        : "one of " + String.join(", ", relays.stream().map(Output::safe).toList());
  }

  private static String conclusion(VerificationView view, String publisher) {
    return switch (view.conclusion()) {
      case "confirmed" -> "Confirmed over %d paths.".formatted(view.confirmations());
      case "equivocated" ->
          publisher
              + " lies: it has signed two different records with one sequence (proof: --json).";
      case "replaced" -> "The publisher has changed the record since: search again.";
      case "contradicted" -> "The paths contradict each other: try again in a moment.";
      case "invalid" -> "The publisher answers with something that is no valid record.";
      case "gone" -> "The publisher no longer publishes the file.";
      default ->
          "Only %d of %d paths confirm it.".formatted(view.confirmations(), view.wantedPaths());
    };
  }
}
