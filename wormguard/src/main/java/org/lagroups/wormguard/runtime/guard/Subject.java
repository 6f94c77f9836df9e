package org.lagroups.wormguard.runtime.guard;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lagroups.wormguard.enforce.Decision;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.AddressSet;
import org.lagroups.wormguard.rule.address.Sets;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.text.Mistake;

/**
 * What an operator asks about.
 *
 * @param isRule which rules are meant by it
 * @param isDecision which decisions are about it
 */
record Subject(Predicate<Rule> isRule, Predicate<Decision> isDecision) {

  /** The longest text that is read. */
  static final int MOST_CHARACTERS = 200;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern END =
      Pattern.compile(
          "(?:(?<four>[0-9.]{7,15})|(?<six>[0-9a-fA-F:.]{2,45})|\\[(?<bare>[0-9a-fA-F:.]{2,45})\\])"
              + "(?:(?<=[.0-9\\]]):(?<port>[0-9]{1,5}))?");

  /**
   * Reads the number of a rule or flow, the ID of a signature, or an address with or without a
   * port.
   *
   * @param firstFlow what is added to numbers of flows in events
   * @return nothing if it is none of these
   */
  static Optional<Subject> read(String text, long firstFlow) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(numbered(Long.parseLong(text), firstFlow));
    }
    if (SIGNATURE.matcher(text).matches()) {
      return Optional.of(ofRules(rule -> rule.key().shared().equals(text)));
    }
    return end(text);
  }

  private static Subject numbered(long number, long firstFlow) {
    Subject rules = ofRules(rule -> rule.id().signature() == number);
    return new Subject(
        rules.isRule(),
        rules
            .isDecision()
            .or(decision -> decision.flow() != 0 && decision.flow() + firstFlow == number));
  }

  private static Subject ofRules(Predicate<Rule> isRule) {
    return new Subject(isRule, decision -> isRule.test(decision.rule()));
  }

  private static Optional<Subject> end(String text) {
    Matcher end = END.matcher(text);
    if (!end.matches()) {
      return Optional.empty();
    }
    String four = end.group("four");
    String six = end.group("six");
    String port = end.group("port");
    String address = four != null ? four : six != null ? six : end.group("bare");
    try {
      AddressSet addresses = new Sets(Variables.DEFAULTS).addresses("the address", address);
      int number = port == null ? -1 : Integer.parseInt(port);
      return Optional.of(
          new Subject(
              _ -> false,
              decision ->
                  isEnd(
                          addresses,
                          number,
                          decision.sourceHigh(),
                          decision.sourceLow(),
                          decision.sourcePort())
                      || isEnd(
                          addresses,
                          number,
                          decision.destinationHigh(),
                          decision.destinationLow(),
                          decision.destinationPort())));
    } catch (Mistake _) {
      return Optional.empty();
    }
  }

  private static boolean isEnd(AddressSet addresses, int asked, long high, long low, int port) {
    return addresses.contains(high, low) && (asked < 0 || asked == port);
  }
}
