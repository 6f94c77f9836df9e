package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.enforce.FailPolicy;
import org.lagroups.wormguard.enforce.GateSettings;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.rule.RuleId;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.runtime.guard.GuardException;
import org.lagroups.wormguard.runtime.guard.HangUp;
import org.lagroups.wormguard.runtime.guard.InlineGuard;
import org.lagroups.wormguard.runtime.guard.InlineSettings;
import org.lagroups.wormguard.runtime.guard.InspectingJudge;
import org.lagroups.wormguard.runtime.guard.PcapFilter;
import org.lagroups.wormguard.runtime.guard.PcapFilter.Filtered;
import org.lagroups.wormguard.runtime.guard.RuleBook;
import org.lagroups.wormguard.runtime.guard.RuleSource;
import org.lagroups.wormguard.runtime.guard.Rulings;
import org.lagroups.wormguard.runtime.matching.Matching;
import org.lagroups.wormguard.runtime.privilege.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lag guard run}. */
@Command(
    name = "run",
    description = {
      "Guards by rules, in the foreground, until Ctrl-C.",
      "",
      "inline: stands between the interfaces --in and --out, and passes frames on in both"
          + " directions but for those that a rule drops or rejects. The packet with which a rule"
          + " comes to hold is dropped, and so is the rest of its TCP stream; what went before has"
          + " passed. reject is as drop.",
      "",
      "pcap: reads the file --pcap, and writes --out without what would have been dropped.",
      "",
      "--fail says what happens to frames when no guard judges them: as more come than it can take,"
          + " after a fault, or because its process is gone. See docs/WORMGUARD.md, Running a"
          + " gateway."
    })
final class RunCommand extends LagCommand {

  private static final long LONGEST_END_MILLIS = 10_000;

  @Option(
      names = "--rules",
      required = true,
      paramLabel = "FILE",
      description = "A file of rules. May be given several times.")
  private List<Path> files = List.of();

  @Option(names = "--mode", required = true, paramLabel = "MODE", description = "inline or pcap.")
  private RunMode mode = RunMode.INLINE;

  @Option(names = "--in", paramLabel = "INTERFACE", description = "inline: an Ethernet interface.")
  private @Nullable String in;

  @Option(
      names = "--out",
      paramLabel = "PLACE",
      description = "inline: the interface on the other side. pcap: the file to write.")
  private @Nullable String other;

  @Option(names = "--pcap", paramLabel = "FILE", description = "pcap: the file to read.")
  private @Nullable Path capture;

  @Option(
      names = "--fail",
      paramLabel = "HOW",
      description = {
        "closed: nothing passes unjudged. open: the network works without a guard, by a bridge of"
            + " the kernel. Default: closed."
      })
  private FailPolicy fail = FailPolicy.CLOSED;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Becomes this user, with no rights, once the interfaces are open.")
  private @Nullable String user;

  @Option(
      names = {"-T", "--test"},
      description = "Reads the rules and settings, says whether they would do, and ends.")
  private boolean isTest;

  @Mixin private VariableOptions variables = new VariableOptions();

  @Mixin private GateOptions gate = new GateOptions();

  /** What is printed once the guard works. */
  record Ready(RunMode mode, String in, String out, int rules, long refused, long processId) {}

  /** What is printed of a file. */
  record FilteredView(long frames, long written, Optional<String> damage) {}

  @Override
  public Integer call() throws InterruptedException {
    String left = required(mode == RunMode.PCAP ? capture : in, "--in");
    String right = required(other, "--out");
    Variables values = variables.variables();
    GateSettings settings = gate.settings(values);
    try {
      RuleBook book = RuleBook.open(new RuleSource(files, values), Matching.best().compiler());
      book.rulings().notes().forEach(out()::note);
      Ready ready =
          new Ready(
              mode,
              left,
              right,
              book.rulings().rules().size(),
              book.rulings().refused(),
              ProcessHandle.current().pid());
      if (isTest) {
        out().data(ready, () -> out().line(rules(ready) + ": they will do."));
        return DONE;
      }
      try (InspectingJudge judge =
          new InspectingJudge(book, settings, InspectSettings.DEFAULT, _ -> {}, this::alarm)) {
        return mode == RunMode.PCAP ? filter(judge, left, right) : guard(judge, book, ready);
      }
    } catch (GuardException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), "");
    }
  }

  private int filter(InspectingJudge judge, String from, String to) throws GuardException {
    Filtered filtered = PcapFilter.filter(Path.of(from), Path.of(to), judge, () -> false);
    out()
        .data(
            new FilteredView(filtered.frames(), filtered.written(), filtered.damage()),
            () ->
                out()
                    .line(
                        "%,d frames, %,d written"
                            .formatted(filtered.frames(), filtered.written())));
    filtered.damage().ifPresent(damage -> out().note("the file is damaged: " + damage));
    return filtered.damage().isEmpty() ? DONE : FAILED;
  }

  private int guard(InspectingJudge judge, RuleBook book, Ready ready) throws GuardException {
    InlineSettings settings =
        new InlineSettings(
            ready.in(), ready.out(), fail, account(), InlineSettings.DEFAULT_BUFFER_BYTES);
    try (InlineGuard guard = InlineGuard.open(settings, judge)) {
      Thread main = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(guard, main), "guard-end"));
      HangUp.calls(() -> reload(book));
      out()
          .data(
              ready,
              () -> {
                out().line(rules(ready));
                out()
                    .line(
                        "Guarding between %s and %s. Ctrl-C ends it, SIGHUP reads the rules anew."
                            .formatted(ready.in(), ready.out()));
              });
      guard.run();
    }
    return DONE;
  }

  private static void end(InlineGuard guard, Thread main) {
    guard.stop();
    try {
      main.join(LONGEST_END_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void reload(RuleBook book) {
    try {
      Rulings loaded = book.reload();
      loaded.notes().forEach(out()::note);
      out()
          .note(
              "read anew: %d rules, %d refused".formatted(loaded.rules().size(), loaded.refused()));
    } catch (GuardException e) {
      out().note("the rules stay as they were: " + e.getMessage());
    }
  }

  private String required(@Nullable Object value, String option) {
    if (value == null) {
      String name = mode == RunMode.PCAP && option.equals("--in") ? "--pcap" : option;
      throw usage("mode %s takes %s".formatted(mode.name().toLowerCase(Locale.ROOT), name));
    }
    return value.toString();
  }

  private static String rules(Ready ready) {
    return "%d rules, %d refused".formatted(ready.rules(), ready.refused());
  }

  private void alarm(RuleId rule) {
    out().note("ALARM: rule %d blocks too much and is suspended".formatted(rule.signature()));
  }

  private Optional<Account> account() {
    String name = user;
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(
        Account.of(name)
            .orElseThrow(() ->
                new CommandFailedException(
                    "there is no user %s, or it is root".formatted(Output.safe(name)),
                    "make one: useradd --system --no-create-home lag-guard")));
  }
}
