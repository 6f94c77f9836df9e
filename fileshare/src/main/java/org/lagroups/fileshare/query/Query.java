package org.lagroups.fileshare.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Words that have to be there, all of them, and words that must not.
 *
 * @param terms 1 to {@link #MAX_TERMS}, at least one of which is not {@link Term.Kind#WITHOUT}
 */
public record Query(List<Term> terms) {

  /** The most words. */
  public static final int MAX_TERMS = 16;

  /**
   * Copies {@code terms}.
   *
   * @throws IllegalArgumentException if there are none or too many, or only excluded ones
   */
  public Query {
    terms = List.copyOf(terms);
    if (!isPossible(terms)) {
      throw new IllegalArgumentException("a query has 1 to 16 words, not all of them excluded");
    }
  }

  /** Whether these terms make a query. */
  public static boolean isPossible(List<Term> terms) {
    return terms.size() <= MAX_TERMS
        && terms.stream().anyMatch(term -> term.kind() != Term.Kind.WITHOUT);
  }

  /** As a person types it. */
  @Override
  public String toString() {
    return terms.stream().map(Term::toString).collect(Collectors.joining(" "));
  }
}
