package org.lagroups.wormguard.rule.text;

/** A rule cannot be taken; whoever parses makes a refusal of it, and it goes no further. */
public final class Mistake extends Exception {

  private static final long serialVersionUID = 1L;

  private final String keyword;

  /**
   * A mistake.
   *
   * @param keyword where: a keyword, or a part of the header
   * @param reason what is wrong there, as the end of a sentence that begins with the keyword
   */
  public Mistake(String keyword, String reason) {
    super(reason, null, false, false);
    this.keyword = keyword;
  }

  /** Where. */
  public String keyword() {
    return keyword;
  }

  /** What is wrong there. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
