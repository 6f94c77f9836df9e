package org.lagroups.wormguard.cooperate.judge;

import java.util.Optional;

/** What is wrong with a signature. The numbers are part of the wire format. */
public enum Fault {
  /** What it gives as evidence is none: it cannot be read. */
  EVIDENCE_UNREADABLE(1, "the evidence cannot be read"),
  /** The rule does not hold for the evidence. */
  EVIDENCE_UNMATCHED(2, "the rule does not hold for its own evidence"),
  /** The rule holds for too much of ordinary traffic. */
  MATCHES_BENIGN(3, "the rule holds for ordinary traffic"),
  /** The operator's own verifier says no. */
  VERIFIER_REJECTED(4, "the verifier has rejected it"),
  /** A person decided so. */
  OPERATOR(5, "withdrawn by the operator");

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
