package org.lagroups.wormguard.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.enforce.DryRun;
import org.lagroups.wormguard.enforce.GateSettings;
import org.lagroups.wormguard.rule.address.AddressSet;
import org.lagroups.wormguard.rule.address.Sets;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.text.Mistake;
import picocli.CommandLine.Option;

/** What bounds the blocking. */
final class GateOptions {

  @Option(
      names = "--never-block",
      paramLabel = "ADDRESSES",
      description = {
        "Packets from and to these addresses always go on: the management address, your own"
            + " partners. As in a rule: 10.1.2.3 or [10.1.2.3,10.9.0.0/16,2001:db8::/32]. May be"
            + " given several times."
      })
  private List<String> neverBlock = List.of();

  @Option(names = "--dry-run", description = "Blocks nothing, and tells what would be blocked.")
  private boolean dryRun;

  @Option(
      names = "--dry-run-rule",
      paramLabel = "SID",
      description = "The same for one rule. May be given several times.")
  private Set<Long> dryRunRules = new LinkedHashSet<>();

  @Option(
      names = "--most-share",
      paramLabel = "PERCENT",
      description = {
        "A rule that wants more than this part of the frames of 10 s blocked, from 1,000 on, is"
            + " suspended, with an alarm. Default: 50."
      })
  private @Nullable Double mostShare;

  @Option(
      names = "--drop-malformed",
      description = {
        "Drops what is cut short, contradicts itself or is packed too deep. Otherwise it goes on,"
            + " and is counted."
      })
  private boolean dropMalformed;

  GateSettings settings(Variables variables) {
    GateSettings settings =
        GateSettings.DEFAULT
            .withDryRun(new DryRun(dryRun, dryRunRules))
            .withDropsUnsound(dropMalformed);
    if (mostShare != null) {
      settings = settings.withMostShare(share(mostShare));
    }
    return neverBlock.isEmpty() ? settings : settings.withNeverBlock(addresses(variables));
  }

  private static double share(double percent) {
    if (!(percent > 0 && percent <= 100)) {
      throw new CommandFailedException(
          "--most-share is a percentage, not " + percent, "say a number above 0, up to 100");
    }
    return percent / 100;
  }

  private AddressSet addresses(Variables variables) {
    String all = "[" + String.join(",", neverBlock) + "]";
    try {
      return new Sets(variables).addresses("--never-block", all);
    } catch (Mistake e) {
      throw new CommandFailedException(
          Output.safe(e.keyword() + " " + e.getMessage()),
          "write addresses as in a rule: [10.1.2.3,2001:db8::/32]");
    }
  }
}
