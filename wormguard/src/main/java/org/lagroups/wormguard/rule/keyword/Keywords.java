package org.lagroups.wormguard.rule.keyword;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Option;

/** All keywords of the language. */
public final class Keywords {

  private static final Map<String, Keyword> ALL = all();

  private Keywords() {}

  /** The names of all keywords. */
  public static Set<String> names() {
    return new TreeSet<>(ALL.keySet());
  }

  /** Adds what an option says to a rule. */
  public static void apply(RuleDraft draft, Option option) throws Mistake {
    @Nullable Keyword keyword = ALL.get(option.name());
    if (keyword == null) {
      throw option.mistake("is not among the keywords that are understood");
    }
    keyword.apply(draft, option);
  }

  private static Map<String, Keyword> all() {
    Map<String, Keyword> all = new HashMap<>();
    all.putAll(NoteKeywords.ALL);
    all.putAll(PacketKeywords.ALL);
    all.putAll(FlowKeywords.ALL);
    all.putAll(LimitKeywords.ALL);
    all.putAll(ContentKeywords.ALL);
    all.putAll(ByteKeywords.ALL);
    all.putAll(BufferKeywords.ALL);
    return Map.copyOf(all);
  }
}
