package org.lagroups.wormguard.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.runtime.learning.HomeNode;
import picocli.CommandLine.Option;

/** Whether {@code lag guard learn} offers what it finds. */
final class OfferOptions {

  private static final int DEFAULT_DAYS = 7;
  private static final int MOST_DAYS = 30;

  @Option(
      names = "--offer",
      description = {
        "Offers each signature to the group of the node that runs at this home, and gives that node"
            + " ordinary payloads, on which it tests signatures: of each second of traffic up to 16,"
            + " chosen by chance, a minute after they have passed, and none with content that was"
            + " learned. It keeps the last 16384, and takes 1000 to decide anything."
      })
  private boolean isWanted;

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "With --offer: to whom, if the node belongs to several groups.")
  private @Nullable String group;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description = "With --offer: for how long at most, 1 to 30 days. Default: 7.")
  private @Nullable Integer days;

  /** What is wrong with what was asked for. */
  Optional<String> problem() {
    if (!isWanted && (group != null || days != null)) {
      return Optional.of("--group and --days take --offer");
    }
    return days != null && (days < 1 || days > MOST_DAYS)
        ? Optional.of("--days is 1 to 30")
        : Optional.empty();
  }

  /** The node to offer to, if that is wanted. */
  Optional<HomeNode> node(HomeFolder home) {
    return isWanted
        ? Optional.of(
            new HomeNode(home, group == null ? "" : group, days == null ? DEFAULT_DAYS : days))
        : Optional.empty();
  }
}
