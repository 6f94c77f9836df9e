package org.lagroups.wormguard.rule.keyword;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.lagroups.wormguard.rule.RuleNotes.Target;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Numbers;
import org.lagroups.wormguard.rule.text.Option;
import org.lagroups.wormguard.rule.text.Quoted;

/** Keywords about the rule itself. */
final class NoteKeywords {

  static final Map<String, Keyword> ALL =
      Map.of(
          "msg", (draft, option) -> draft.notes().message(message(option)),
          "sid", (draft, option) -> draft.notes().signature(number(option, 1)),
          "rev", (draft, option) -> draft.notes().revision(number(option, 0)),
          "gid", (draft, option) -> draft.notes().group(number(option, 1)),
          "priority", NoteKeywords::priority,
          "classtype", (draft, option) -> draft.notes().classtype(text(option)),
          "reference", (draft, option) -> draft.notes().reference(text(option)),
          "metadata", NoteKeywords::metadata,
          "target", NoteKeywords::target);

  private static final long MAX_NUMBER = 0xFFFF_FFFFL;
  private static final int MAX_PRIORITY = 255;

  private NoteKeywords() {}

  private static long number(Option option, long least) throws Mistake {
    return Numbers.within(option.name(), option.required(), least, MAX_NUMBER);
  }

  private static void priority(RuleDraft draft, Option option) throws Mistake {
    draft.notes().priority(Numbers.intWithin(option.name(), option.required(), 1, MAX_PRIORITY));
  }

  private static String message(Option option) throws Mistake {
    Quoted quoted = Quoted.of(option);
    if (quoted.isNegated() || !quoted.rest().isEmpty()) {
      throw option.mistake("is a text in quotes, and nothing else");
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < quoted.text().length(); i++) {
      char c = quoted.text().charAt(i);
      text.append(c == '\\' ? quoted.text().charAt(++i) : c);
    }
    return utf8(text.toString());
  }

  private static String text(Option option) throws Mistake {
    return utf8(option.required());
  }

  /** Rules are read byte by byte; what is for people is UTF-8. */
  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static void metadata(RuleDraft draft, Option option) throws Mistake {
    for (String element : text(option).split(",", -1)) {
      if (!element.isBlank()) {
        draft.notes().metadata(element.strip());
      }
    }
  }

  private static void target(RuleDraft draft, Option option) throws Mistake {
    draft
        .notes()
        .target(
            switch (option.required()) {
              case "src_ip" -> Target.SOURCE;
              case "dest_ip" -> Target.DESTINATION;
              default -> throw option.mistake("is src_ip or dest_ip");
            });
  }
}
