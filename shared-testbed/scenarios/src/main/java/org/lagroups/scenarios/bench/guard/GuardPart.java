package org.lagroups.scenarios.bench.guard;

/** What {@code lag bench guard} measures; printed in lower case. */
public enum GuardPart {
  /** Packets a second. */
  SCAN("scan"),
  /** Memory with a million flows. */
  MEMORY("memory"),
  /** What goes through a gateway, and how long it takes. */
  INLINE("inline");

  private final String word;

  GuardPart(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
