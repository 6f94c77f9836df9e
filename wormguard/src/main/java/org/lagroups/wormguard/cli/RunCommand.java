package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.api.GuardStats.PartnerStats;
import org.lagroups.wormguard.cli.GuardRules.Opened;
import org.lagroups.wormguard.enforce.DryRun;
import org.lagroups.wormguard.enforce.FailPolicy;
import org.lagroups.wormguard.enforce.GateListener;
import org.lagroups.wormguard.enforce.GateSettings;
import org.lagroups.wormguard.eve.EveEncoder;
import org.lagroups.wormguard.eve.EveLog;
import org.lagroups.wormguard.eve.EveSettings;
import org.lagroups.wormguard.inspect.FindingSink;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.runtime.guard.GuardException;
import org.lagroups.wormguard.runtime.guard.InlineGuard;
import org.lagroups.wormguard.runtime.guard.InlineSettings;
import org.lagroups.wormguard.runtime.guard.InspectingJudge;
import org.lagroups.wormguard.runtime.guard.NftBlocks;
import org.lagroups.wormguard.runtime.guard.NodeLink;
import org.lagroups.wormguard.runtime.guard.ObservingGuard;
import org.lagroups.wormguard.runtime.guard.PcapFilter;
import org.lagroups.wormguard.runtime.guard.PcapFilter.Filtered;
import org.lagroups.wormguard.runtime.guard.RotatingLog;
import org.lagroups.wormguard.runtime.guard.RuleBook;
import org.lagroups.wormguard.runtime.guard.Rulings;
import org.lagroups.wormguard.runtime.privilege.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lag guard run}. */
@Command(
    name = "run",
    description = {
      "Guards by rules, and by what partners vouch for, in the foreground, until Ctrl-C.",
      "",
      "inline: stands between the interfaces --in and --out, and passes frames on in both"
          + " directions but for those that a rule drops or rejects. The packet with which a rule"
          + " comes to hold is dropped, and so is the rest of its TCP stream; what went before has"
          + " passed. reject is as drop.",
      "",
      "observe: watches the interface --in, and blocks nothing.",
      "",
      "nft: watches the interface --in of this host or router, and has nftables drop what a sender"
          + " of something that is to be blocked sends to that port of TCP or UDP, for --block"
          + " seconds. What was seen has passed by then.",
      "",
      "pcap: reads the file --pcap, and writes --out without what would have been dropped.",
      "",
      "--fail says what happens to frames when no guard judges them: as more come than it can take,"
          + " after a fault, or because its process is gone. See docs/WORMGUARD.md, Running a"
          + " gateway.",
      "",
      "lag guard stats asks how it goes, and lag guard reload has it read its rules anew."
    })
final class RunCommand extends LagCommand {

  private static final FindingSink NO_FINDINGS = _ -> {};

  @Mixin private GuardRules rules = new GuardRules();

  /** So that flows of two runs have different numbers. */
  private final long firstFlow = new SecureRandom().nextLong(EveSettings.MOST_FIRST_FLOW);

  @Option(
      names = "--mode",
      required = true,
      paramLabel = "MODE",
      description = "inline, observe, nft or pcap.")
  private RunMode mode = RunMode.INLINE;

  @Option(
      names = "--in",
      paramLabel = "INTERFACE",
      description = "inline: an Ethernet interface. observe, nft: any.")
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
      names = "--block",
      paramLabel = "SECONDS",
      description = "nft: how long a block lasts. Default: 600.")
  private int blockSeconds = NftBlocks.Settings.DEFAULT.seconds();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Becomes this user, with no rights, once the interfaces are open.")
  private @Nullable String user;

  @Option(
      names = {"-T", "--test"},
      description = "Reads the rules and settings, says whether they would do, and ends.")
  private boolean isTest;

  @Mixin private EventOptions events = new EventOptions();

  @Mixin private ChecksumOption checksums = new ChecksumOption();

  @Mixin private GateOptions gate = new GateOptions();

  /** What is printed once the guard works. */
  record Ready(
      RunMode mode,
      String in,
      String out,
      int rules,
      long refused,
      PartnerStats partners,
      long processId) {}

  /** What is printed of a file. */
  record FilteredView(long frames, long written, Optional<String> damage) {}

  @Override
  public Integer call() {
    String left = required(mode == RunMode.PCAP ? capture : in, "--in");
    boolean isWatching = mode == RunMode.OBSERVE || mode == RunMode.NFT;
    String right = isWatching ? "" : required(other, "--out");
    if (rules.isNothing()) {
      throw usage("say what to guard by: --rules FILE, --with-node, or both");
    }
    Variables values = rules.variables();
    GateSettings settings = gate.settings(values);
    try {
      Opened opened = rules.open(values, home(), out());
      Rulings own = opened.book().rulings();
      Ready ready =
          new Ready(
              mode,
              left,
              right,
              own.rules().size(),
              own.refused(),
              opened.node().map(NodeLink::stats).orElse(PartnerStats.NONE),
              ProcessHandle.current().pid());
      if (isTest) {
        out().data(ready, () -> out().line(count(ready) + ": they will do."));
        return DONE;
      }
      if (mode == RunMode.PCAP) {
        return filter(opened, settings, Path.of(left), Path.of(right));
      }
      try (OrderlyEnd end = new OrderlyEnd()) {
        return guard(opened, settings, ready, end);
      }
    } catch (GuardException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), "");
    }
  }

  private int filter(Opened opened, GateSettings settings, Path from, Path to)
      throws GuardException {
    try (EveOutput written = EveOutput.open(events.path(), spec().commandLine().getOut());
        InspectingJudge judge =
            judge(
                opened.book(),
                settings,
                Optional.empty(),
                written.log(),
                NO_FINDINGS,
                this::alarm)) {
      Filtered filtered = filtered(opened, judge, from, to);
      FilteredView view =
          new FilteredView(filtered.frames(), filtered.written(), filtered.damage());
      out()
          .data(
              view,
              () -> out().line("%,d frames, %,d written".formatted(view.frames(), view.written())));
      filtered.damage().ifPresent(damage -> out().note("the file is damaged: " + damage));
      return filtered.damage().isEmpty() ? DONE : FAILED;
    }
  }

  private static Filtered filtered(Opened opened, InspectingJudge judge, Path from, Path to)
      throws GuardException {
    opened.node().ifPresent(NodeLink::start);
    try {
      return PcapFilter.filter(from, to, judge, () -> false);
    } finally {
      opened.node().ifPresent(NodeLink::close);
    }
  }

  private int guard(Opened opened, GateSettings settings, Ready ready, OrderlyEnd end)
      throws GuardException {
    return switch (mode) {
      case NFT -> block(opened, settings, ready, end);
      case OBSERVE ->
          guard(opened, settings.withDryRun(DryRun.ALL), ready, end, NO_FINDINGS, this::alarm);
      default -> guard(opened, settings, ready, end, NO_FINDINGS, this::alarm);
    };
  }

  private int block(Opened opened, GateSettings settings, Ready ready, OrderlyEnd end)
      throws GuardException {
    try (NftBlocks blocks = NftBlocks.open(blocks(), opened.book()::leftMillis)) {
      GateListener listener =
          rule -> {
            blocks.lift(rule.key());
            alarm(rule);
          };
      return guard(opened, settings, ready, end, blocks, listener);
    }
  }

  private NftBlocks.Settings blocks() {
    try {
      return new NftBlocks.Settings(blockSeconds, NftBlocks.Settings.DEFAULT.most());
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException("--block: " + e.getMessage(), "say how many seconds");
    }
  }

  private int guard(
      Opened opened,
      GateSettings settings,
      Ready ready,
      OrderlyEnd end,
      FindingSink also,
      GateListener listener)
      throws GuardException {
    Optional<Account> account = account();
    Optional<RotatingLog> log = events.log();
    EveLog sink = log.<EveLog>map(each -> each).orElse((_, _) -> {});
    try (InspectingJudge judge =
        judge(opened.book(), settings, Optional.of(ready.in()), sink, also, listener)) {
      LiveRun.Opening opening =
          mode != RunMode.INLINE
              ? () -> ObservingGuard.open(ready.in(), account, judge)
              : () -> InlineGuard.open(inline(ready, account), judge);
      new LiveRun(out(), opened.book(), opened.node(), judge, firstFlow, log)
          .run(home(), opening, end, () -> announce(ready));
    } finally {
      log.ifPresent(RotatingLog::close);
    }
    return DONE;
  }

  private InspectingJudge judge(
      RuleBook book,
      GateSettings settings,
      Optional<String> interfaceName,
      EveLog log,
      FindingSink also,
      GateListener listener) {
    EveEncoder encoder = new EveEncoder(new EveSettings(interfaceName, firstFlow), log);
    FindingSink both =
        finding -> {
          also.found(finding);
          encoder.found(finding);
        };
    return new InspectingJudge(book, settings, checksums.settings(), both, listener);
  }

  private InlineSettings inline(Ready ready, Optional<Account> account) {
    return new InlineSettings(
        ready.in(), ready.out(), fail, account, InlineSettings.DEFAULT_BUFFER_BYTES);
  }

  private void announce(Ready ready) {
    String where =
        mode != RunMode.INLINE
            ? "Watching " + ready.in()
            : "Guarding between %s and %s".formatted(ready.in(), ready.out());
    out()
        .data(
            ready,
            () -> {
              out().line(count(ready));
              out().line(where + ". Ctrl-C ends it.");
            });
  }

  private String required(@Nullable Object value, String option) {
    if (value == null) {
      String name = mode == RunMode.PCAP && option.equals("--in") ? "--pcap" : option;
      throw usage("mode %s takes %s".formatted(mode.name().toLowerCase(Locale.ROOT), name));
    }
    return value.toString();
  }

  private static String count(Ready ready) {
    String own = "%,d rules, %,d refused".formatted(ready.rules(), ready.refused());
    return ready.partners().isAsked()
        ? "%s; %,d of partners".formatted(own, ready.partners().rules())
        : own;
  }

  private void alarm(Rule rule) {
    out().note("ALARM: rule %s blocks too much and is suspended".formatted(rule.name()));
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
