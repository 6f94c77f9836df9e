package org.lagroups.wormguard.cooperate.judge;

import java.util.Optional;

/**
 * What is wrong with a signature, such that it is refuted: either everyone who has the record and
 * the evidence finds the same, or a person says so. What only one gateway sees is a {@link Doubt}.
 * The numbers are part of the wire format; 3 and 4 are those of doubts, which do not travel.
 */
public enum Fault {
  /** What it gives as evidence is none: it cannot be read. */
  EVIDENCE_UNREADABLE(1, "the evidence cannot be read"),
  /** The rule does not hold for the evidence. */
  EVIDENCE_UNMATCHED(2, "the rule does not hold for its own evidence"),
  /** A person decided so. */
  OPERATOR(5, "withdrawn by the operator"),
  /** The evidence has another rule than the record. */
  EVIDENCE_OF_ANOTHER_RULE(6, "the evidence is for another rule");

  private final int number;
  private final String words;

  Fault(int number, String words) {
    this.number = number;
    this.words = words;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The fault with this number on the wire, if there is one. */
  public static Optional<Fault> ofNumber(int number) {
    for (Fault fault : values()) {
      if (fault.number == number) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
