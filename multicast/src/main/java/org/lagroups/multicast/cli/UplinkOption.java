package org.lagroups.multicast.cli;

import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.api.CastUplink;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Option;

/** How much of its uplink a node gives to streams. */
final class UplinkOption {

  private static final double LEAST = 0.01;
  private static final double MOST = 1_000_000;

  @Option(
      names = "--uplink",
      paramLabel = "MBIT",
      description = {
        "The most that the node sends for all its streams together, in Mbit/s, until it ends or"
            + " another command says otherwise; 0 for no cap.",
        "Default: the setting cast.uplink-bits-per-second, or as much as can be carried."
      })
  private @Nullable Double mbps;

  /** Whether it is a rate that makes sense. */
  boolean isPossible() {
    return mbps == null || mbps == 0 || (mbps >= LEAST && mbps <= MOST);
  }

  /** Tells the node, if there is something to tell. */
  void tell(ControlClient control) {
    if (mbps != null) {
      control.put(CommandNode.UPLINK, new CastUplink(mbps), CastUplink.class);
    }
  }
}
