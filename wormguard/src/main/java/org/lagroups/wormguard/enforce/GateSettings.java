package org.lagroups.wormguard.enforce;

import java.util.concurrent.TimeUnit;
import org.lagroups.wormguard.rule.address.AddressSet;

/**
 * How a gate decides.
 *
 * @param neverBlock packets from and to these addresses always go on
 * @param dryRun rules that block nothing
 * @param mostShare the largest part of all frames that one rule may block, above 0, up to 1
 * @param shareAfter how many frames have to have come in a while before that counts: at least 1
 * @param shareNanos how long such a while is: at least a second
 * @param dropsUnsound whether frames are dropped that are cut short, contradict themselves or are
 *     packed too deep, as far as they can be read at all
 */
public record GateSettings(
    AddressSet neverBlock,
    DryRun dryRun,
    double mostShare,
    long shareAfter,
    long shareNanos,
    boolean dropsUnsound) {

  /** No address that is never blocked; half of at least 1,000 frames in 10 s; all rules block. */
  public static final GateSettings DEFAULT =
      new GateSettings(
          AddressSet.NONE, DryRun.OFF, 0.5, 1_000, TimeUnit.SECONDS.toNanos(10), false);

  public GateSettings {
    if (!(mostShare > 0 && mostShare <= 1)) {
      throw new IllegalArgumentException("a share is above 0, up to 1, not " + mostShare);
    }
    if (shareAfter < 1 || shareNanos < TimeUnit.SECONDS.toNanos(1)) {
      throw new IllegalArgumentException("a share is of at least 1 frame, in at least 1 s");
    }
  }

  /** The same with addresses that are never blocked. */
  public GateSettings withNeverBlock(AddressSet addresses) {
    return new GateSettings(addresses, dryRun, mostShare, shareAfter, shareNanos, dropsUnsound);
  }

  /** The same with other rules that block nothing. */
  public GateSettings withDryRun(DryRun rules) {
    return new GateSettings(neverBlock, rules, mostShare, shareAfter, shareNanos, dropsUnsound);
  }

  /** The same with another share. */
  public GateSettings withMostShare(double share) {
    return new GateSettings(neverBlock, dryRun, share, shareAfter, shareNanos, dropsUnsound);
  }

  /** The same, dropping what is not sound, or not. */
  public GateSettings withDropsUnsound(boolean drops) {
    return new GateSettings(neverBlock, dryRun, mostShare, shareAfter, shareNanos, drops);
  }
}
