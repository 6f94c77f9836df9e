package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.api.GuardStats.PartnerStats;
import org.lagroups.wormguard.cli.GuardRules.Opened;
import org.lagroups.wormguard.enforce.FailPolicy;
import org.lagroups.wormguard.enforce.GateSettings;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.runtime.guard.GuardException;
import org.lagroups.wormguard.runtime.guard.NftBlocks;
import org.lagroups.wormguard.runtime.guard.NodeLink;
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

  @Mixin private GuardRules rules = new GuardRules();

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
      Judging judging = new Judging(out(), opened.book(), settings, checksums.settings());
      if (mode == RunMode.PCAP) {
        return filter(opened, judging, Path.of(left), Path.of(right)) ? DONE : FAILED;
      }
      try (OrderlyEnd end = new OrderlyEnd()) {
        new InterfaceRun(out(), home(), opened, judging, events)
            .run(post(ready), end, () -> announce(ready));
      }
      return DONE;
    } catch (GuardException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), "");
    }
  }

  private boolean filter(Opened opened, Judging judging, Path from, Path to) throws GuardException {
    try (EveOutput written = EveOutput.open(events.path(), spec().commandLine().getOut())) {
      return new FilterRun(out(), opened, judging).run(from, to, written);
    }
  }

  private InterfaceRun.Post post(Ready ready) {
    return new InterfaceRun.Post(mode, ready.in(), ready.out(), fail, account(), blocks());
  }

  private NftBlocks.Settings blocks() {
    try {
      return new NftBlocks.Settings(blockSeconds, NftBlocks.Settings.DEFAULT.most());
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException("--block: " + e.getMessage(), "say how many seconds");
    }
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
