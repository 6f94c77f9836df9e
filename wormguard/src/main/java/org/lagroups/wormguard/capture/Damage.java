package org.lagroups.wormguard.capture;

import java.util.Locale;

/**
 * Where a capture file stops making sense, and how.
 *
 * @param offset the byte at which what is wrong begins
 * @param what what is wrong, for people
 */
public record Damage(long offset, String what) {

  /** A line for people. */
  public String text() {
    return String.format(Locale.ROOT, "at byte %,d: %s", offset, what);
  }
}
