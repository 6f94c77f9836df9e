package org.lagroups.wormguard.enforce;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;

/**
 * Suspends a rule that blocks more than its share of all frames, those counted that are the rest of
 * a flow it blocked: a bad rule is not to cut a network off. Counts begin anew after each while.
 */
final class ShareLimit {

  private final double mostShare;
  private final long after;
  private final long whileNanos;
  private final Map<RuleKey, Count> blocked = new HashMap<>();
  private final Map<RuleKey, Rule> suspended = new LinkedHashMap<>();
  private long frames;
  private long begun = Long.MIN_VALUE;

  /** How many frames a rule blocked, and which was the last. */
  private static final class Count {

    private long frames;
    private long last;
  }

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
   * A rule blocks what came last. A frame counts once, however many packets it holds.
   *
   * @return whether that is more than its share, so that it is suspended from now on
   */
  boolean exceeds(Rule rule) {
    Count count = blocked.computeIfAbsent(rule.key(), _ -> new Count());
    if (count.last != frames) {
      count.last = frames;
      count.frames++;
    }
    return frames >= after
        && count.frames > mostShare * frames
        && suspended.put(rule.key(), rule) == null;
  }

  boolean isSuspended(Rule rule) {
    return !suspended.isEmpty() && suspended.containsKey(rule.key());
  }

  List<Rule> suspended() {
    return List.copyOf(suspended.values());
  }

  /** Lets a rule block again. */
  boolean resume(RuleKey rule) {
    blocked.remove(rule);
    return suspended.remove(rule) != null;
  }
}
