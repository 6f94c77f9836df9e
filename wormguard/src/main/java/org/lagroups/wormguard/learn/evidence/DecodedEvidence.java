package org.lagroups.wormguard.learn.evidence;

/** What came of reading evidence. */
public sealed interface DecodedEvidence {

  /** It is evidence, in its one encoding. */
  record Accepted(Evidence evidence) implements DecodedEvidence {}

  /**
   * It is none.
   *
   * @param why what is wrong, for people
   */
  record Refused(String why) implements DecodedEvidence {}
}
