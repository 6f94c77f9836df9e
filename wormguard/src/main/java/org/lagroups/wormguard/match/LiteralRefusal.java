package org.lagroups.wormguard.match;

/** Why a set does not take a literal. */
public enum LiteralRefusal {
  /** It has no bytes, so it would be everywhere. */
  EMPTY("is empty"),

  /** It is longer than {@link Literal#MAX_LENGTH_BYTES}. */
  TOO_LONG("is longer than " + Literal.MAX_LENGTH_BYTES + " bytes"),

  /** Another literal of the set has its id. */
  ID_TAKEN("has the id of another one"),

  /** The set has {@link LiteralSet#MAX_LITERALS} already. */
  TOO_MANY("is one more than the " + LiteralSet.MAX_LITERALS + " that are searched for at once"),

  /** All literals together would be longer than {@link LiteralSet#MAX_TOTAL_BYTES}. */
  TOO_MANY_BYTES(
      "makes all literals together longer than " + LiteralSet.MAX_TOTAL_BYTES + " bytes");

  private final String text;

  LiteralRefusal(String text) {
    this.text = text;
  }

  /** As the end of a sentence whose subject is the literal. */
  public String text() {
    return text;
  }
}
