package org.lagroups.wormguard.cooperate.judge;

/** What tests have come to. */
public sealed interface Finding {

  /** All are passed. */
  record Passed() implements Finding {}

  /**
   * One is not.
   *
   * @param detail what was seen, for people; short
   */
  record Failed(Fault fault, String detail) implements Finding {}

  /**
   * They could not be carried out, which says nothing of the signature; worth another try later.
   *
   * @param why for people
   */
  record Undecided(String why) implements Finding {}
}
