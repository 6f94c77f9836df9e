package org.lagroups.fileshare.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.api.GiveVerdict;
import org.lagroups.fileshare.api.VerdictList;
import org.lagroups.fileshare.api.VerdictList.VerdictView;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag share verdict}. */
@Command(
    name = "verdict",
    description = {
      "Says what a file turned out to be.",
      "bad: you no longer vouch for its publisher in that group, everyone there reads your reason,"
          + " and you no longer see its files.",
      "good: is remembered.",
      "undo: takes your word back.",
      "list, or nothing: lists what you have said."
    })
final class VerdictCommand extends LagCommand {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  /** What may be said. */
  enum Word {
    /** It is what it claimed to be. */
    good,
    /** It is not. */
    bad,
    /** Nothing was said. */
    undo
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NUMBER|ROOT",
      description = "The file; for undo its root.")
  private @Nullable String file;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "good|bad|undo",
      description = "Your verdict.")
  private @Nullable Word word;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, in at most 200 bytes.",
      defaultValue = "")
  private String reason = "";

  @Override
  public Integer call() {
    String named = file;
    Word said = word;
    if (named == null || (named.equals("list") && said == null)) {
      VerdictList list = all();
      out().data(list, () -> print(list));
      return DONE;
    }
    if (said == null) {
      throw usage("good, bad or undo?");
    }
    VerdictList changed = said == Word.undo ? undo(named) : give(named, said == Word.good);
    out().data(changed, () -> printChange(changed, said));
    return DONE;
  }

  private VerdictList all() {
    List<VerdictView> all = new ArrayList<>();
    List<VerdictView> some;
    do {
      String path = "/v1/share/verdicts?skip=" + all.size();
      some = control().get(path, VerdictList.class).verdicts();
      all.addAll(some);
    } while (some.size() == VerdictList.MAX_LISTED);
    return new VerdictList(all);
  }

  private VerdictList give(String named, boolean good) {
    return control()
        .post("/v1/share/verdicts", new GiveVerdict(named, good, reason), VerdictList.class);
  }

  private VerdictList undo(String root) {
    return control().delete("/v1/share/verdicts/" + ControlClient.escape(root), VerdictList.class);
  }

  private void printChange(VerdictList changed, Word said) {
    for (VerdictView one : changed.verdicts()) {
      String who = one.publisher().abbreviated();
      out()
          .line(
              switch (said) {
                case good -> "Remembered: what %s published is good.".formatted(who);
                case bad ->
                    "You no longer vouch for %s, and its files are hidden. Take it back: lag share verdict %s undo"
                        .formatted(who, one.root());
                case undo -> "Taken back; %s is judged by its tests again.".formatted(who);
              });
    }
  }

  private void print(VerdictList list) {
    TextTable table = new TextTable("root", "verdict", "publisher", "when", "reason");
    for (VerdictView one : list.verdicts()) {
      table.row(
          one.root(),
          one.good() ? "good" : "bad",
          one.publisher().abbreviated(),
          TIME.format(Instant.ofEpochMilli(one.decidedMillis())),
          Output.safe(one.reason()));
    }
    table.lines().forEach(out()::line);
    if (list.verdicts().isEmpty()) {
      out().note("You have said nothing of any file yet.");
    }
  }
}
