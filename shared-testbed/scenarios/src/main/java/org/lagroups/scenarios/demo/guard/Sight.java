package org.lagroups.scenarios.demo.guard;

import java.util.List;

/**
 * What a gateway says of a signature.
 *
 * @param endorsers who endorses it, by name, sorted
 * @param trusted how many of these the gateway trusts
 * @param needed t
 * @param phase as {@code lag guard sigs} has it
 */
public record Sight(List<String> endorsers, int trusted, int needed, String phase) {

  public Sight {
    endorsers = endorsers.stream().sorted().toList();
  }

  /** Whether it is so there: with these endorsers, so many trusted ones, and in that phase. */
  boolean is(List<String> endorsers, int trusted, String phase) {
    return equals(new Sight(endorsers, trusted, needed, phase));
  }

  /** Such as {@code 2 of 3}. */
  public String count() {
    return "%d of %d".formatted(trusted, needed);
  }
}
