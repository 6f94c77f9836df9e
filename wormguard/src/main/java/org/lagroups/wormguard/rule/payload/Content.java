package org.lagroups.wormguard.rule.payload;

import org.lagroups.machine.Bytes;

/**
 * Bytes that are found ({@code content}).
 *
 * @param isCaseless whether A to Z are as good as a to z
 * @param isAtEnd whether nothing may follow in the buffer ({@code endswith})
 */
public record Content(
    Bytes bytes,
    boolean isCaseless,
    boolean isNegated,
    Place place,
    boolean isAtEnd,
    FastPattern fastPattern)
    implements Condition {

  /** What a rule says of which content is looked for first. It changes no result. */
  public enum FastPattern {
    /** Nothing. */
    UNSAID,
    /** This one ({@code fast_pattern}). */
    PREFERRED,
    /**
     * This one, and its place does not matter ({@code fast_pattern:only}): it leaves the cursor.
     */
    ONLY
  }
}
