package org.lagroups.wormguard.engine;

import java.util.Comparator;
import java.util.Optional;
import org.lagroups.wormguard.match.Literal;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.payload.Buffer;
import org.lagroups.wormguard.rule.payload.Content;
import org.lagroups.wormguard.rule.payload.Content.FastPattern;

/** Which content of a rule is looked for before the rest of it is judged. */
final class LiteralChoice {

  private LiteralChoice() {}

  /**
   * The one that the rule prefers, otherwise the longest; never one that has to be missing, nor one
   * of a header.
   */
  static Optional<Content> of(Rule rule) {
    if (rule.buffer() != Buffer.PAYLOAD) {
      return Optional.empty();
    }
    return rule.payloadConditions().stream()
        .filter(Content.class::isInstance)
        .map(Content.class::cast)
        .filter(content -> !content.isNegated())
        .filter(content -> content.bytes().length() <= Literal.MAX_LENGTH_BYTES)
        .max(
            Comparator.<Content>comparingInt(
                    content -> content.fastPattern() == FastPattern.UNSAID ? 0 : 1)
                .thenComparingInt(content -> content.bytes().length()));
  }
}
