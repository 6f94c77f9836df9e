package org.lagroups.wormguard.enforce;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lagroups.wormguard.rule.RuleId;

/**
 * Suspends a rule that blocks more than its share of all frames: a bad rule is not to cut a network
 * off. Counts begin anew after each while.
 */
final class ShareLimit {

  private final double mostShare;
  private final long after;
  private final long whileNanos;
  private final Map<RuleId, Long> blocked = new HashMap<>();
  private final Set<RuleId> suspended = new HashSet<>();
  private long frames;
  private long begun = Long.MIN_VALUE;

  ShareLimit(GateSettings settings) {
    this.mostShare = settings.mostShare();
    this.after = settings.shareAfter();
    this.whileNanos = settings.shareNanos();
  }

  /** A frame came. */
  void count(long nanos) {
    if (begun == Long.MIN_VALUE || nanos - begun >= whileNanos || nanos < begun) {
      begun = nanos;
      frames = 0;
      blocked.clear();
    }
    frames++;
  }

  /**
   * A rule blocks what came last.
   *
   * @return whether that is more than its share, so that it is suspended from now on
   */
  boolean exceeds(RuleId rule) {
    long count = blocked.merge(rule, 1L, Long::sum);
    return frames >= after && count > mostShare * frames && suspended.add(rule);
  }

  boolean isSuspended(RuleId rule) {
    return suspended.contains(rule);
  }

  Set<RuleId> suspended() {
    return suspended;
  }

  /** Lets a rule block again. */
  boolean resume(RuleId rule) {
    blocked.remove(rule);
    return suspended.remove(rule);
  }
}
