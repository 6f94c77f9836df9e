package org.lagroups.core.attestation;

import java.util.Arrays;
import java.util.Optional;

/** How a dynamic threshold follows from the number of members. */
public enum ThresholdFunction {
  /** ⌊n/3⌋ + 1. */
  THIRD(3),
  /** ⌊n/2⌋ + 1. */
  MAJORITY(2);

  private final int part;

  ThresholdFunction(int part) {
    this.part = part;
  }

  /**
   * How many attestations each of so many members needs, each way. Never more than there are other
   * members: one alone needs none, and each of two needs the other's.
   *
   * @param members 1 or more
   */
  public int of(int members) {
    if (members < 1) {
      throw new IllegalArgumentException("members are 1 or more, not " + members);
    }
    return Math.min(members / part + 1, members - 1);
  }

  /** What a person calls it: {@code third} or {@code majority}. */
  public String word() {
    return switch (this) {
      case THIRD -> "third";
      case MAJORITY -> "majority";
    };
  }

  static Optional<ThresholdFunction> byWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
