package org.lagroups.fileshare.cli;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.api.BeginSearch;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.fileshare.api.SearchView;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Printable;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.cli.core.GroupChoice;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag share search}. */
@Command(
    name = "search",
    description = {
      "Searches the files of all members; prints what they answer as it comes. All words have to be"
          + " in a file's name or path. `begin*` stands for the beginning of a word; what `-word`"
          + " names must not be there (write it after `--`).",
      "",
      "The number of paths is how many chains of friends, with nobody in common, lead from you to"
          + " the publisher: with k of them, k - 1 liars cannot make it up. `verified` says that"
          + " there are enough."
    })
final class SearchCommand extends LagCommand {

  private static final String HEADING =
      "%4s  %-44s %9s  %-16s %5s  %s"
          .formatted("no.", "name", "size", "publisher", "paths", "verified");
  private static final int NAME_WIDTH = 44;
  private static final int PUBLISHER_WIDTH = 16;

  @Parameters(paramLabel = "WORD", arity = "1..*", description = "Words, a root, or a magnet link.")
  private List<String> words = List.of();

  @Mixin private GroupChoice group = new GroupChoice();

  @Option(
      names = "--min-paths",
      paramLabel = "K",
      description = "Show only what at least so many paths lead to. Default: all.")
  private @Nullable Integer minPaths;

  @Option(
      names = "--verified-from",
      paramLabel = "K",
      description =
          "How many paths make a result verified. Default: the setting share.verify-paths.")
  private @Nullable Integer verifiedFrom;

  @Option(names = "--all", description = "Show also what you found bad.")
  private boolean all;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long to wait for members that do not answer. Default: ${DEFAULT-VALUE}.")
  private long waitSeconds;

  private int printed;
  private int left;

  @Override
  public Integer call() {
    ControlClient control = control();
    @Nullable List<GroupId> groups = group.isGiven() ? List.of(group.resolve(control)) : null;
    SearchView view =
        control.post(
            "/v1/share/searches",
            new BeginSearch(String.join(" ", words), groups),
            SearchView.class);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
    int seen = 0;
    while (true) {
      seen = printFrom(view, seen);
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (view.done() || millis <= 0) {
        break;
      }
      view =
          control.get(
              "/v1/share/searches/%d?seen=%d&wait=%d"
                  .formatted(view.id(), seen, Math.min(millis, 5_000)),
              SearchView.class);
    }
    SearchView last = view;
    out().data(shown(last), () -> printEnd(last));
    return DONE;
  }

  /** Prints the hits after the first {@code seen}, unless JSON is wanted. */
  private int printFrom(SearchView view, int seen) {
    for (HitView hit :
        view.hits().subList(Math.min(seen, view.hits().size()), view.hits().size())) {
      if (!isShown(hit)) {
        left++;
      } else if (!out().isJson()) {
        print(hit, threshold(view));
      }
    }
    return view.hits().size();
  }

  private void print(HitView hit, int threshold) {
    if (printed++ == 0) {
      out().line(HEADING);
    }
    String note = hit.hidden() ? out().in(Colour.BAD, "  found bad") : "";
    out()
        .line(
            "%4d  %s %9s  %s %5s  %s%s"
                .formatted(
                    hit.number(),
                    padded(hit.name(), NAME_WIDTH),
                    Amounts.bytes(hit.sizeBytes()),
                    padded(publisher(hit), PUBLISHER_WIDTH),
                    hit.paths() == null ? "-" : hit.paths(),
                    standing(hit, threshold),
                    note));
  }

  private String standing(HitView hit, int threshold) {
    Integer paths = hit.paths();
    if (paths == null) {
      return "your own";
    }
    return paths >= threshold ? out().in(Colour.GOOD, "yes") : "only " + paths(paths);
  }

  private void printEnd(SearchView view) {
    String silent = view.done() ? "" : ", others have not answered yet";
    out()
        .note(
            "%d found; %d of %d members answered%s"
                .formatted(view.hits().size(), view.answered(), view.asked(), silent));
    if (left > 0) {
      out().note(left + " not shown: found bad, or by too few paths. See them by --all");
    }
    if (view.refusedRecords() > 0) {
      out().note(view.refusedRecords() + " records with a bad signature were left out");
    }
    if (printed > 0) {
      out().note("Check one: lag share verify NUMBER; fetch it: lag share get NUMBER");
    }
  }

  private SearchView shown(SearchView view) {
    return new SearchView(
        view.id(),
        view.words(),
        view.verifyPaths(),
        view.hits().stream().filter(this::isShown).toList(),
        view.asked(),
        view.answered(),
        view.failed(),
        view.refusedRecords(),
        view.done());
  }

  private boolean isShown(HitView hit) {
    Integer least = minPaths;
    Integer paths = hit.paths();
    boolean isNear = least == null || paths == null || paths >= least;
    return all || (!hit.hidden() && isNear);
  }

  private int threshold(SearchView view) {
    Integer least = minPaths == null ? verifiedFrom : minPaths;
    return least == null ? view.verifyPaths() : least;
  }

  private static String publisher(HitView hit) {
    if (hit.own()) {
      return "you";
    }
    return hit.publisherName().isBlank() ? hit.publisher().abbreviated() : hit.publisherName();
  }

  private static String paths(int count) {
    return count == 1 ? "1 path" : count + " paths";
  }

  private static String padded(String text, int width) {
    String cut = Printable.of(text, width - 1);
    return cut + " ".repeat(Math.max(0, width - cut.codePointCount(0, cut.length())));
  }
}
