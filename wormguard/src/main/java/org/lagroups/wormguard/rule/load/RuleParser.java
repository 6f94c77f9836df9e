package org.lagroups.wormguard.rule.load;

import java.util.List;
import java.util.Optional;
import org.lagroups.wormguard.rule.Action;
import org.lagroups.wormguard.rule.Header;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.rule.address.Sets;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.keyword.Keywords;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Numbers;
import org.lagroups.wormguard.rule.text.Option;
import org.lagroups.wormguard.rule.text.Options;

/** Reads rules, one at a time. For one thread. */
public final class RuleParser {

  /** The longest rule. */
  public static final int MAX_BYTES = 65_536;

  private final HeaderParser headers;

  /** A parser that gives variables these values. */
  public RuleParser(Variables variables) {
    this.headers = new HeaderParser(new Sets(variables));
  }

  /**
   * Reads a rule.
   *
   * @param text in ISO 8859-1, so that each character is one byte; without line ends
   * @param line what to say of where it stands
   */
  public ParsedRule parse(String text, int line) {
    if (text.length() > MAX_BYTES) {
      return refused(line, Optional.empty(), tooLong());
    }
    Optional<Long> signature = Optional.empty();
    try {
      int open = text.indexOf('(');
      int close = text.lastIndexOf(')');
      if (open < 0 || close < open || !text.substring(close + 1).isBlank()) {
        throw new Mistake("options", "have to stand in ( ) at the rule's end");
      }
      List<Option> options = Options.split(text.substring(open + 1, close));
      signature = signature(options);
      RuleKey key = RuleKey.ofText(text);
      return new ParsedRule.Accepted(rule(text.substring(0, open), options, key, line));
    } catch (Mistake e) {
      return refused(line, signature, e);
    }
  }

  static Mistake tooLong() {
    return new Mistake("line", "has more than %d bytes".formatted(MAX_BYTES));
  }

  private Rule rule(String beginning, List<Option> options, RuleKey key, int line) throws Mistake {
    List<String> parts = HeaderParser.split(beginning);
    Action action = HeaderParser.action(parts.getFirst());
    Header header = headers.header(parts);
    RuleDraft draft = new RuleDraft();
    for (Option option : options) {
      Keywords.apply(draft, option);
    }
    return draft.build(action, header, key, line);
  }

  /** The rule's number, to name it by if it is refused. */
  private static Optional<Long> signature(List<Option> options) {
    for (Option option : options) {
      if (option.name().equals("sid")) {
        try {
          return Optional.of(Numbers.within(option.name(), option.value(), 1, Long.MAX_VALUE));
        } catch (Mistake e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static ParsedRule refused(int line, Optional<Long> signature, Mistake mistake) {
    return new ParsedRule.Refused(RefusedRule.of(line, signature, mistake));
  }
}
