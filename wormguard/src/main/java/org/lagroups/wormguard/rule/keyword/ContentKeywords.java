package org.lagroups.wormguard.rule.keyword;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.draft.ContentDraft;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.payload.Content.FastPattern;
import org.lagroups.wormguard.rule.payload.IsDataAt;
import org.lagroups.wormguard.rule.payload.Operand;
import org.lagroups.wormguard.rule.text.ContentBytes;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Option;
import org.lagroups.wormguard.rule.text.Quoted;

/** {@code content}, what may be said about it, {@code pcre} and {@code isdataat}. */
final class ContentKeywords {

  /** What may be said about a content, as an option of its own or behind a comma. */
  private static final Map<String, Keyword> MODIFIERS = modifiers();

  static final Map<String, Keyword> ALL = all();

  private static final int MAX_PLACE = 65_535;

  private ContentKeywords() {}

  private static Map<String, Keyword> all() {
    Map<String, Keyword> all = new HashMap<>(MODIFIERS);
    all.put("content", ContentKeywords::content);
    all.put("pcre", PatternKeyword::pattern);
    all.put("isdataat", ContentKeywords::isDataAt);
    all.put("prefilter", (_, option) -> option.requireNone());
    return Map.copyOf(all);
  }

  private static Map<String, Keyword> modifiers() {
    Map<String, Keyword> modifiers = new HashMap<>();
    modifiers.put("nocase", flag(ContentDraft::ignoreCase));
    modifiers.put("startswith", flag(ContentDraft::start));
    modifiers.put("endswith", flag(ContentDraft::end));
    modifiers.put("rawbytes", flag(_ -> {}));
    modifiers.put("offset", place(0, ContentDraft::offset));
    modifiers.put("depth", place(0, ContentDraft::depth));
    modifiers.put("distance", place(-MAX_PLACE, ContentDraft::distance));
    modifiers.put("within", place(0, ContentDraft::within));
    modifiers.put("fast_pattern", ContentKeywords::fastPattern);
    return Map.copyOf(modifiers);
  }

  private static Keyword flag(Consumer<ContentDraft> said) {
    return (draft, option) -> {
      option.requireNone();
      said.accept(draft.lastContent(option.name()));
    };
  }

  private interface Setter {
    void set(ContentDraft content, Operand bytes) throws Mistake;
  }

  private static Keyword place(long least, Setter setter) {
    return (draft, option) -> {
      ContentDraft content = draft.lastContent(option.name());
      setter.set(
          content, draft.slots().operand(option.name(), option.required(), least, MAX_PLACE));
    };
  }

  /** With a part of the content, as {@code 4,12}, it is the whole content that is preferred. */
  private static void fastPattern(RuleDraft draft, Option option) throws Mistake {
    ContentDraft content = draft.lastContent(option.name());
    String value = option.value();
    if (!value.isEmpty() && !value.equals("only") && !value.matches("\\d{1,5}\\s*,\\s*\\d{1,5}")) {
      throw option.mistake("has to have no value, only, or offset and length");
    }
    content.fastPattern(value.equals("only") ? FastPattern.ONLY : FastPattern.PREFERRED);
  }

  private static void content(RuleDraft draft, Option option) throws Mistake {
    Quoted quoted = Quoted.of(option);
    draft.add(
        option.name(),
        new ContentDraft(ContentBytes.of(option.name(), quoted.text()), quoted.isNegated()));
    if (quoted.rest().isEmpty()) {
      return;
    }
    if (!quoted.rest().startsWith(",")) {
      throw option.mistake("has something behind its quotes: " + quoted.rest());
    }
    for (String word : quoted.rest().substring(1).split(",", -1)) {
      modify(draft, word.strip());
    }
  }

  /** A modifier behind a comma, as {@code nocase} or {@code depth 4}. */
  private static void modify(RuleDraft draft, String word) throws Mistake {
    String[] parts = word.split("\\s+", 2);
    Option option =
        new Option(parts[0].toLowerCase(Locale.ROOT), parts.length < 2 ? "" : parts[1].strip());
    @Nullable Keyword modifier = MODIFIERS.get(option.name());
    if (modifier == null) {
      throw new Mistake("content", "has \"" + word + "\" behind a comma, which is not known");
    }
    modifier.apply(draft, option);
  }

  private static void isDataAt(RuleDraft draft, Option option) throws Mistake {
    String text = option.required();
    boolean isNegated = text.startsWith("!");
    String[] words = (isNegated ? text.substring(1) : text).split(",", -1);
    boolean isRelative = false;
    for (int i = 1; i < words.length; i++) {
      switch (words[i].strip().toLowerCase(Locale.ROOT)) {
        case "relative" -> isRelative = true;
        case "rawbytes" -> {}
        default -> throw option.mistake("does not know " + words[i].strip());
      }
    }
    Operand count = draft.slots().operand(option.name(), words[0].strip(), 0, MAX_PLACE);
    IsDataAt condition = new IsDataAt(count, isRelative, isNegated);
    draft.add(option.name(), () -> condition);
  }
}
