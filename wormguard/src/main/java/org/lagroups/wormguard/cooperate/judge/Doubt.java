package org.lagroups.wormguard.cooperate.judge;

import java.util.Optional;

/**
 * Why a gateway does not endorse a signature although it cannot prove to anybody that it is bad: it
 * has seen something that others have not. An honest partner may have endorsed the signature, so
 * nobody is blamed. The numbers are those on disk, and none of a {@link Fault}.
 */
public enum Doubt {
  /** The rule holds for too much of this gateway's ordinary traffic. */
  MATCHES_BENIGN(3, "the rule holds for ordinary traffic here"),
  /** The operator's own verifier says no. */
  VERIFIER_REJECTED(4, "the verifier has rejected it");

  private final int number;
  private final String words;

  Doubt(int number, String words) {
    this.number = number;
    this.words = words;
  }

  /** The number on disk. */
  public int number() {
    return number;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The doubt with this number on disk, if there is one. */
  public static Optional<Doubt> ofNumber(int number) {
    for (Doubt doubt : values()) {
      if (doubt.number == number) {
        return Optional.of(doubt);
      }
    }
    return Optional.empty();
  }
}
