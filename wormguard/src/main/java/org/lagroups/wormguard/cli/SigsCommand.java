package org.lagroups.wormguard.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lag guard sigs}. */
@Command(
    name = "sigs",
    description = {
      "Lists the signatures of worms that the groups of this node know.",
      "A signature is enforced while enough trusted members endorse it: the third column says how"
          + " many do, and how many are needed. The fourth says what this node makes of it: undecided"
          + " if it cannot be tested, with the reason below; doubted if this node's own traffic or"
          + " verifier speaks against it, for which nobody is blamed; refuted if it is bad. An ID may"
          + " be shortened to its beginning."
    },
    subcommands = {
      SigsCommand.Show.class,
      EvidenceCommand.class,
      ExportCommand.class,
      ImportCommand.class,
    })
final class SigsCommand extends LagCommand {

  static final String PATH = "/v1/guard/signatures";

  private static final int SHORT_ID = 12;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  @Override
  public Integer call() {
    SignatureList list = control().get(PATH, SignatureList.class);
    out().data(list, () -> print(list));
    return DONE;
  }

  private void print(SignatureList list) {
    TextTable table = new TextTable("id", "phase", "trusted", "here", "origin", "rule");
    for (SignatureView one : list.signatures()) {
      table.row(
          one.id().substring(0, SHORT_ID),
          one.phase() + (one.isDryRun() ? " (dry run)" : ""),
          "%d of %d".formatted(one.trusted(), one.needed()),
          one.judgement(),
          one.origin().abbreviated(),
          Output.safe(one.rule()));
    }
    table.lines().forEach(out()::line);
    UntestedText.lines(list, System.currentTimeMillis()).forEach(out()::note);
    if (list.signatures().isEmpty()) {
      out().note("There are no signatures yet. Offer one: lag guard offer");
    }
  }

  static String path(String id, String what) {
    return PATH + "/" + ControlClient.escape(id) + what;
  }

  static void print(Output out, SignatureView one) {
    out.line("id        " + one.id());
    out.line("group     " + one.group());
    out.line("origin    " + one.origin());
    out.line("phase     " + one.phase() + (one.isDryRun() ? " (dry run)" : ""));
    out.line("trusted   %d of %d".formatted(one.trusted(), one.needed()));
    if (one.untilMillis() > 0) {
      out.line("until     " + time(one.untilMillis()) + ", unless endorsed anew");
    }
    out.line(
        "here      "
            + one.judgement()
            + (one.detail().isEmpty() ? "" : " (" + Output.safe(one.detail()) + ")")
            + (one.undecidedSinceMillis() > 0
                ? ", since " + time(one.undecidedSinceMillis())
                : ""));
    out.line("evidence  %d bytes, SHA-256 %s".formatted(one.evidenceBytes(), one.evidence()));
    out.line("expires   " + time(one.expiresMillis()));
    out.line("rule      " + Output.safe(one.rule()));
    for (SignatureView.Endorser each : one.endorsers()) {
      out.line(
          "endorsed  by %s until %s%s"
              .formatted(
                  each.node().abbreviated(),
                  time(each.untilMillis()),
                  each.isTrusted() ? "" : ", who is not trusted here"));
    }
    for (SignatureView.Refuter each : one.refuters()) {
      out.line(
          "refuted   by %s: %s: %s"
              .formatted(each.node().abbreviated(), each.fault(), Output.safe(each.detail())));
    }
  }

  static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  /** {@code lag guard sigs show}. */
  @Command(
      name = "show",
      description = "Shows a signature, who endorses it, and who says that it is bad.")
  static final class Show extends LagCommand {

    @Parameters(paramLabel = "ID", description = "Its ID, or the beginning of it.")
    private String id = "";

    @Override
    public Integer call() {
      SignatureView one = control().get(path(id, ""), SignatureView.class);
      out().data(one, () -> print(out(), one));
      return DONE;
    }
  }
}
