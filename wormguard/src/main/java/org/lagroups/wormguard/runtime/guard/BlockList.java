package org.lagroups.wormguard.runtime.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.lagroups.wormguard.rule.RuleKey;

/** Who does not reach what, and by which rules. For one thread; time is what the caller says. */
final class BlockList {

  /** By so many rules one sender can be kept from one port; more make no difference to it. */
  static final int MOST_RULES = 16;

  private final int most;
  private final Map<NftBlock, Held> held = new LinkedHashMap<>();

  /** An empty one of so many blocks at most. */
  BlockList(int most) {
    this.most = most;
  }

  private static final class Held {
    final Map<RuleKey, Long> untilNanos = new HashMap<>();
    long lastsUntilNanos;
  }

  /** What becomes of a block that a rule wants. */
  enum Answer {
    /** It is new. */
    BEGINS,
    /** It is there, and lasts longer now. */
    LASTS_LONGER,
    /** It is there. */
    STAYS,
    /** There is no room for it. */
    NO_ROOM
  }

  /** A rule wants a block for so long, from now on; the first word of each rule counts. */
  Answer want(NftBlock block, RuleKey rule, long millis, long nowNanos) {
    Held known = held.get(block);
    if (known == null && held.size() >= most) {
      return Answer.NO_ROOM;
    }
    Held of = known == null ? new Held() : known;
    if (of.untilNanos.containsKey(rule) || of.untilNanos.size() >= MOST_RULES) {
      return Answer.STAYS;
    }
    long until = nowNanos + TimeUnit.MILLISECONDS.toNanos(millis);
    of.untilNanos.put(rule, until);
    if (known == null) {
      held.put(block, of);
      of.lastsUntilNanos = until;
      return Answer.BEGINS;
    }
    if (until - of.lastsUntilNanos <= 0) {
      return Answer.STAYS;
    }
    of.lastsUntilNanos = until;
    return Answer.LASTS_LONGER;
  }

  /**
   * Forgets what is over, or by no rule any more.
   *
   * @param mayBlock whether a rule still may
   * @return the blocks that end before their time
   */
  List<NftBlock> end(long nowNanos, BiPredicate<RuleKey, NftBlock> mayBlock) {
    List<NftBlock> early = new ArrayList<>();
    Iterator<Map.Entry<NftBlock, Held>> all = held.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<NftBlock, Held> each = all.next();
      Held of = each.getValue();
      of.untilNanos
          .entrySet()
          .removeIf(
              by -> by.getValue() - nowNanos <= 0 || !mayBlock.test(by.getKey(), each.getKey()));
      if (of.untilNanos.isEmpty()) {
        if (of.lastsUntilNanos - nowNanos > 0) {
          early.add(each.getKey());
        }
        all.remove();
      }
    }
    return early;
  }
}
