package org.lagroups.wormguard.rule.text;

/**
 * A keyword and what is said with it.
 *
 * @param name in lower case
 * @param value what stands between the colon and the semicolon, without blanks around it; empty if
 *     there is no colon
 */
public record Option(String name, String value) {

  /** The value of a keyword that needs one. */
  public String required() throws Mistake {
    if (value.isEmpty()) {
      throw new Mistake(name, "needs a value");
    }
    return value;
  }

  /** Refuses a value. */
  public void requireNone() throws Mistake {
    if (!value.isEmpty()) {
      throw new Mistake(name, "takes no value");
    }
  }

  /** A mistake in this keyword. */
  public Mistake mistake(String reason) {
    return new Mistake(name, reason);
  }
}
