package org.lagroups.wormguard.rule.keyword;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.Threshold;
import org.lagroups.wormguard.rule.Threshold.Kind;
import org.lagroups.wormguard.rule.Threshold.Track;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Numbers;
import org.lagroups.wormguard.rule.text.Option;

/** Keywords about how often a rule alerts. */
final class LimitKeywords {

  static final Map<String, Keyword> ALL =
      Map.of("threshold", LimitKeywords::threshold, "detection_filter", LimitKeywords::filter);

  private static final long MAX_NUMBER = 0xFFFF_FFFFL;

  private LimitKeywords() {}

  private static void threshold(RuleDraft draft, Option option) throws Mistake {
    Map<String, String> words = words(option);
    Kind kind =
        switch (take(option, words, "type").toLowerCase(Locale.ROOT)) {
          case "limit" -> Kind.LIMIT;
          case "threshold" -> Kind.THRESHOLD;
          case "both" -> Kind.BOTH;
          default -> throw option.mistake("has a type other than limit, threshold and both");
        };
    draft.limit(option.name(), limit(option, kind, words));
  }

  private static void filter(RuleDraft draft, Option option) throws Mistake {
    draft.limit(option.name(), limit(option, Kind.FILTER, words(option)));
  }

  private static Threshold limit(Option option, Kind kind, Map<String, String> words)
      throws Mistake {
    Track track =
        switch (take(option, words, "track").toLowerCase(Locale.ROOT)) {
          case "by_src" -> Track.SOURCE;
          case "by_dst" -> Track.DESTINATION;
          case "by_both" -> Track.PAIR;
          case "by_rule" -> Track.RULE;
          case "by_flow" -> Track.FLOW;
          default -> throw option.mistake("tracks by_src, by_dst, by_both, by_rule or by_flow");
        };
    long count = Numbers.within(option.name(), take(option, words, "count"), 1, MAX_NUMBER);
    long seconds = Numbers.within(option.name(), take(option, words, "seconds"), 1, MAX_NUMBER);
    if (!words.isEmpty()) {
      throw option.mistake("does not know " + String.join(", ", words.keySet()));
    }
    return new Threshold(kind, track, count, seconds);
  }

  private static Map<String, String> words(Option option) throws Mistake {
    Map<String, String> words = new HashMap<>();
    for (String part : option.required().split(",", -1)) {
      String[] pair = part.strip().split("\\s+", 2);
      if (pair.length < 2 || words.put(pair[0].toLowerCase(Locale.ROOT), pair[1]) != null) {
        throw option.mistake("consists of words with a value each, as count 5");
      }
    }
    return words;
  }

  private static String take(Option option, Map<String, String> words, String word) throws Mistake {
    @Nullable String value = words.remove(word);
    if (value == null) {
      throw option.mistake("says no " + word);
    }
    return value;
  }
}
