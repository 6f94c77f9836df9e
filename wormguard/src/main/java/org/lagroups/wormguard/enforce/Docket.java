package org.lagroups.wormguard.enforce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;

/**
 * What a gate decided of late, and how often it did so for each rule, so that it can be told why
 * something passed or did not. Written by the thread that judges, read by any.
 */
public final class Docket {

  /** How many decisions are kept: the last ones. */
  public static final int MOST_DECISIONS = 4_096;

  /** Of how many rules counts are kept: those that held last. */
  static final int MOST_RULES = 131_072;

  private final ArrayDeque<Decision> decisions = new ArrayDeque<>();
  private long told;
  private final Map<RuleKey, Map<Outcome, Long>> counts = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Decisions since an earlier one.
   *
   * @param last the number of the last one, from 1; 0 if there was none
   * @param missed how many there were since then that are not among these
   * @param decisions the newest first
   */
  public record Recent(long last, long missed, List<Decision> decisions) {

    public Recent {
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * The decisions behind the one with a number.
   *
   * @param after the number; all that are kept count as later if there was none such yet
   */
  public synchronized Recent recent(long after, int most) {
    long since = after < 0 || after > told ? told : told - after;
    List<Decision> found = decisions.stream().limit(Math.min(since, most)).toList();
    return new Recent(told, since - found.size(), found);
  }

  /** The last decisions that are asked for, the newest first. */
  public synchronized List<Decision> decisions(Predicate<Decision> about, int most) {
    List<Decision> found = new ArrayList<>();
    for (Decision each : decisions) {
      if (found.size() < most && about.test(each)) {
        found.add(each);
      }
    }
    return found;
  }

  /** How often a rule came to what, without what it never came to. */
  public synchronized Map<Outcome, Long> counts(RuleKey rule) {
    return Map.copyOf(counts.getOrDefault(rule, Map.of()));
  }

  synchronized void count(Rule rule, Outcome outcome) {
    counts
        .computeIfAbsent(rule.key(), _ -> new EnumMap<>(Outcome.class))
        .merge(outcome, 1L, Long::sum);
    if (counts.size() > MOST_RULES) {
      Iterator<RuleKey> eldest = counts.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  synchronized void add(Decision decision) {
    told++;
    decisions.addFirst(decision);
    if (decisions.size() > MOST_DECISIONS) {
      decisions.removeLast();
    }
  }
}
