package org.lagroups.wormguard.runtime.guard;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lagroups.wormguard.api.GuardAlerts;
import org.lagroups.wormguard.api.Reasons;
import org.lagroups.wormguard.enforce.Decision;
import org.lagroups.wormguard.enforce.Docket;
import org.lagroups.wormguard.eve.EveAddress;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;

/**
 * Answers why something passed a guard, or did not. Any thread.
 *
 * @param book the rules that are in force
 * @param docket what was decided
 * @param firstFlow what is added to the numbers of flows in events
 */
public record ReasonDesk(RuleBook book, Docket docket, long firstFlow) {

  /** How many decisions are told. */
  public static final int MOST_TOLD = 50;

  /**
   * What is known.
   *
   * @param about the number of a rule or of a flow, the ID of a shared signature, or an address,
   *     with a port or without
   * @return nothing if it is none of these
   */
  public Optional<Reasons> ask(String about) {
    return Subject.read(about, firstFlow).map(subject -> answer(about, subject));
  }

  /** What was told since an earlier one, the newest first. */
  GuardAlerts alerts(long after) {
    Docket.Recent recent = docket.recent(after, GuardAlerts.MOST);
    return new GuardAlerts(
        recent.last(), recent.missed(), recent.decisions().stream().map(this::view).toList());
  }

  private Reasons answer(String about, Subject subject) {
    List<Decision> decisions = docket.decisions(subject.isDecision(), MOST_TOLD);
    List<Rule> loaded = book.rules();
    Map<RuleKey, Rule> rules = new LinkedHashMap<>();
    loaded.stream()
        .filter(subject.isRule())
        .limit(MOST_TOLD)
        .forEach(rule -> rules.put(rule.key(), rule));
    decisions.forEach(each -> rules.putIfAbsent(each.rule().key(), each.rule()));
    return new Reasons(
        about,
        rules.values().stream().map(rule -> view(rule, isIn(loaded, rule))).toList(),
        decisions.stream().map(this::view).toList());
  }

  private Reasons.OfRule view(Rule rule, boolean isLoaded) {
    Map<String, Long> counts = new TreeMap<>();
    docket.counts(rule.key()).forEach((outcome, count) -> counts.put(outcome.kind(), count));
    return new Reasons.OfRule(
        rule.name(),
        rule.notes().message(),
        rule.action().name().toLowerCase(Locale.ROOT),
        isLoaded,
        counts);
  }

  private Reasons.OfPacket view(Decision decision) {
    return new Reasons.OfPacket(
        Instant.EPOCH.plusNanos(decision.nanos()).toString(),
        decision.rule().name(),
        decision.rule().notes().message(),
        decision.outcome().text(),
        decision.outcome().kind(),
        decision.flow() == 0 ? 0 : decision.flow() + firstFlow,
        end(decision.sourceHigh(), decision.sourceLow(), decision.sourcePort()),
        end(decision.destinationHigh(), decision.destinationLow(), decision.destinationPort()),
        decision.protocol());
  }

  private static boolean isIn(List<Rule> loaded, Rule rule) {
    return loaded.stream().anyMatch(each -> each.key().equals(rule.key()));
  }

  private static String end(long high, long low, int port) {
    String address = EveAddress.text(high, low);
    if (port == 0) {
      return address;
    }
    return (address.contains(":") ? "[" + address + "]:" : address + ":") + port;
  }
}
