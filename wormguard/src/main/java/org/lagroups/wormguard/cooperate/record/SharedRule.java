package org.lagroups.wormguard.cooperate.record;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.rule.Action;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.ParsedRule;
import org.lagroups.wormguard.rule.load.RuleParser;
import org.lagroups.wormguard.rule.packet.FlowBits;
import org.lagroups.wormguard.rule.payload.Content;

/**
 * Which rules may be shared. A gateway judges by these terms before it does anything else with a
 * rule, and every honest one by the same: what is refused here travels no further.
 *
 * <p>A rule has to look for bytes long enough that ordinary traffic does not have them by chance,
 * and may not have it that others are looked for first. It may not depend on anything of the
 * gateway that reads it: no variables, no bits of flows that other rules set, no counting. And it
 * is there to find something, so it lets nothing pass and does not keep silent.
 */
public final class SharedRule {

  /** So many bytes in a row have to be asked for, at least. */
  public static final int MIN_CONTENT_BYTES = 8;

  /** So many of them have to differ: a run of zeros is in everything. */
  public static final int MIN_DIFFERENT_BYTES = 4;

  private SharedRule() {}

  /** What a text comes to. */
  public sealed interface Terms {

    /** It may be shared. */
    record Met(Rule rule) implements Terms {}

    /**
     * It may not.
     *
     * @param why a sentence for people, safe to print
     */
    record Refused(String why) implements Terms {}
  }

  /** Reads the text of a rule; never throws. */
  public static Terms read(String text) {
    int options = text.indexOf('(');
    if (text.substring(0, Math.max(0, options)).indexOf('$') >= 0) {
      return new Terms.Refused(
          "a shared rule has no variables in its header, which are different at every gateway");
    }
    return switch (new RuleParser(Variables.DEFAULTS).parse(text, 1)) {
      case ParsedRule.Refused refused -> new Terms.Refused(refused.refusal().toString());
      case ParsedRule.Accepted accepted ->
          problemOf(accepted.rule())
              .<Terms>map(Terms.Refused::new)
              .orElseGet(() -> new Terms.Met(accepted.rule()));
    };
  }

  private static Optional<String> problemOf(Rule rule) {
    if (rule.action() == Action.PASS) {
      return Optional.of("a shared rule lets nothing pass: its action is alert, drop or reject");
    }
    if (rule.isSilent()) {
      return Optional.of("a shared rule does not keep silent: leave out noalert");
    }
    if (rule.threshold().isPresent()) {
      return Optional.of("a shared rule does not count: leave out threshold");
    }
    if (rule.packetConditions().stream().anyMatch(FlowBits.class::isInstance)) {
      return Optional.of("a shared rule stands alone: leave out flowbits");
    }
    if (rule.payloadConditions().stream().anyMatch(SharedRule::isPreferredThoughNotTelling)) {
      return Optional.of(
          "a shared rule is looked for by a telling content: leave out fast_pattern, or give it to one of at least %d bytes, %d of them different"
              .formatted(MIN_CONTENT_BYTES, MIN_DIFFERENT_BYTES));
    }
    return rule.payloadConditions().stream().anyMatch(SharedRule::isTelling)
        ? Optional.empty()
        : Optional.of(
            "a shared rule has a content of at least %d bytes, %d of them different; this one would hold for too much"
                .formatted(MIN_CONTENT_BYTES, MIN_DIFFERENT_BYTES));
  }

  /** Such a rule would be judged as a whole wherever a few bytes are that are everywhere. */
  private static boolean isPreferredThoughNotTelling(Object condition) {
    return condition instanceof Content content
        && content.fastPattern() != Content.FastPattern.UNSAID
        && !isTelling(content);
  }

  private static boolean isTelling(Object condition) {
    return condition instanceof Content content
        && !content.isNegated()
        && content.bytes().length() >= MIN_CONTENT_BYTES
        && different(content.bytes()) >= MIN_DIFFERENT_BYTES;
  }

  private static int different(Bytes bytes) {
    Set<Byte> seen = new HashSet<>();
    for (byte each : bytes.toArray()) {
      seen.add(each);
    }
    return seen.size();
  }
}
