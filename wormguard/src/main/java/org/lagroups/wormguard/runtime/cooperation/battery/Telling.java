package org.lagroups.wormguard.runtime.cooperation.battery;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.payload.Content;

/**
 * What has to be in a payload for a rule to hold, whatever else it asks for: of thousands of
 * payloads only those few that have it are judged in full.
 *
 * @param text the longest content that must be there, in ISO 8859-1 and small letters
 */
record Telling(String text) {

  /** That of a rule, which has one if it may be shared. */
  static Telling of(Rule rule) {
    return rule.payloadConditions().stream()
        .filter(Content.class::isInstance)
        .map(Content.class::cast)
        .filter(content -> !content.isNegated())
        .max(Comparator.comparingInt(content -> content.bytes().length()))
        .map(content -> new Telling(small(content.bytes())))
        .orElseGet(() -> new Telling(""));
  }

  /** Whether a payload has it, be it in small letters or not. */
  boolean isIn(Bytes payload) {
    return small(payload).contains(text);
  }

  private static String small(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }
}
