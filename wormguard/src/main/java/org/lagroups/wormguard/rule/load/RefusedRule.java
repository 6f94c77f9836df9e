package org.lagroups.wormguard.rule.load;

import java.util.Optional;
import org.lagroups.machine.Printable;
import org.lagroups.wormguard.rule.text.Mistake;

/**
 * A rule that was not taken. Safe to print.
 *
 * @param line where it begins, from 1
 * @param signature its {@code sid}, if it has one
 * @param keyword what could not be taken: a keyword; {@code action}, {@code protocol}, {@code
 *     source address} or another part of the header; or {@code line} or {@code file}
 * @param reason why, as the end of a sentence that begins with the keyword
 */
public record RefusedRule(int line, Optional<Long> signature, String keyword, String reason) {

  private static final int MAX_KEYWORD_LENGTH = 64;
  private static final int MAX_REASON_LENGTH = 300;

  public RefusedRule {
    keyword = Printable.of(keyword, MAX_KEYWORD_LENGTH);
    reason = Printable.of(reason, MAX_REASON_LENGTH);
  }

  static RefusedRule of(int line, Optional<Long> signature, Mistake mistake) {
    return new RefusedRule(line, signature, mistake.keyword(), mistake.reason());
  }

  /** All of it in one sentence. */
  @Override
  public String toString() {
    String rule = signature.map(sid -> " (sid " + sid + ")").orElse("");
    return "line %d%s: %s %s".formatted(line, rule, keyword, reason);
  }
}
