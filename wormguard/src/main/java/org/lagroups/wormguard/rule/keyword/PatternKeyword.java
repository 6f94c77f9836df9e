package org.lagroups.wormguard.rule.keyword;

import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.pattern.BytePattern;
import org.lagroups.wormguard.rule.pattern.syntax.PatternFlags;
import org.lagroups.wormguard.rule.payload.PatternFound;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Option;
import org.lagroups.wormguard.rule.text.Quoted;

/** {@code pcre:"/expression/flags"}. */
final class PatternKeyword {

  private PatternKeyword() {}

  static void pattern(RuleDraft draft, Option option) throws Mistake {
    Quoted quoted = Quoted.of(option);
    String text = quoted.text().strip();
    int end = text.lastIndexOf('/');
    if (!text.startsWith("/") || end == 0 || !quoted.rest().isEmpty()) {
      throw option.mistake("is not written as \"/expression/flags\"");
    }
    PatternFlags flags = PatternFlags.NONE;
    boolean isRelative = false;
    for (char letter : text.substring(end + 1).toCharArray()) {
      if (PatternFlags.isFlag(letter)) {
        flags = flags.with(letter, true);
      } else if (letter == 'R') {
        isRelative = true;
      } else if (letter != 'B') {
        throw option.mistake("has the flag " + letter + ", which is not supported");
      }
    }
    BytePattern pattern = BytePattern.compile(option.name(), text.substring(1, end), flags);
    PatternFound condition = new PatternFound(pattern, quoted.isNegated(), isRelative);
    draft.add(option.name(), () -> condition);
  }
}
