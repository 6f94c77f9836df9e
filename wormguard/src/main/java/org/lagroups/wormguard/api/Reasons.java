package org.lagroups.wormguard.api;

import java.util.List;
import java.util.Map;

/**
 * Why something passed a guard, or did not.
 *
 * @param about what was asked for
 * @param rules the rules of that number that are loaded, or that decided about it
 * @param decisions the last ones, the newest first
 */
public record Reasons(String about, List<OfRule> rules, List<OfPacket> decisions) {

  public Reasons {
    rules = List.copyOf(rules);
    decisions = List.copyOf(decisions);
  }

  /**
   * What a rule came to.
   *
   * @param rule its number, or the ID of a signature that partners share
   * @param action what it asks for: alert, drop, reject or pass
   * @param isLoaded whether it is one of the rules that packets are judged by now
   * @param counts how often what came of it, by kind, since the guard began
   */
  public record OfRule(
      String rule, String message, String action, boolean isLoaded, Map<String, Long> counts) {

    public OfRule {
      counts = Map.copyOf(counts);
    }
  }

  /**
   * What came of a packet.
   *
   * @param time when it came, in UTC
   * @param outcome what came of it, in words
   * @param kind the same for programs: alerted, blocked, rest-of-flow, spared, dry-run, suspended
   *     or lapsed
   * @param flow the number of its flow, as events have it; 0 if it is of none
   * @param from the source's address, with its port where there is one
   * @param protocol the number of what IP carries
   */
  public record OfPacket(
      String time,
      String rule,
      String message,
      String outcome,
      String kind,
      long flow,
      String from,
      String to,
      int protocol) {}
}
