package org.lagroups.wormguard.runtime.cooperation.store;

import java.util.List;
import java.util.Set;
import org.lagroups.wormguard.cooperate.book.TrustRule;

/**
 * What the operator of this gateway has decided for himself.
 *
 * @param isDryRun whether nothing is blocked
 * @param verifier his own test and its arguments, none if there is none
 * @param entries lists, by kind; of each at most {@link #MAX_ENTRIES}
 */
public record LocalRules(
    TrustRule trust, boolean isDryRun, List<String> verifier, Set<Entry> entries) {

  /** The most entries of all lists. */
  public static final int MAX_ENTRIES = 4_096;

  /** The most words of the verifier's command. */
  public static final int MAX_WORDS = 64;

  private static final int MAX_WORD_LENGTH = 4_096;

  /** Of a gateway whose operator has said nothing. */
  public static final LocalRules DEFAULT =
      new LocalRules(TrustRule.DEFAULT, false, List.of(), Set.of());

  /** The lists. */
  public enum Kind {
    /** Signatures that block nothing, by ID. */
    ALLOW_SIGNATURE,
    /** Addresses that are not blocked. */
    ALLOW_ADDRESS,
    /** Addresses that are never blocked. */
    NEVER_BLOCK,
    /** Signatures that only tell, by ID. */
    DRY_RUN
  }

  /** An entry of a list, in the one form in which it is shown. */
  public record Entry(Kind kind, String value) {}

  public LocalRules {
    verifier = List.copyOf(verifier);
    entries = Set.copyOf(entries);
    if (entries.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException(
          "the lists have at most %d entries: remove some".formatted(MAX_ENTRIES));
    }
    if (verifier.size() > MAX_WORDS
        || verifier.stream()
            .anyMatch(word -> word.length() > MAX_WORD_LENGTH || word.indexOf('\n') >= 0)) {
      throw new IllegalArgumentException(
          "a verifier's command has up to %d words of up to %d characters, without line ends"
              .formatted(MAX_WORDS, MAX_WORD_LENGTH));
    }
  }

  /** The entries of a list, in their order. */
  public List<String> values(Kind kind) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind)
        .map(Entry::value)
        .sorted()
        .toList();
  }
}
