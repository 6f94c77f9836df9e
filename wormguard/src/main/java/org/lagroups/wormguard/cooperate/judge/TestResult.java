package org.lagroups.wormguard.cooperate.judge;

/** What tests have come to. */
public sealed interface TestResult {

  /** All are passed. */
  record Passed() implements TestResult {}

  /**
   * One is not, and nobody could pass it.
   *
   * @param detail what was seen, for people; short
   */
  record Failed(Fault fault, String detail) implements TestResult {}

  /**
   * One is not, here; elsewhere it may be.
   *
   * @param detail what was seen, for people; short
   */
  record Doubtful(Doubt doubt, String detail) implements TestResult {}

  /**
   * They could not be carried out, which says nothing of the signature; worth another try later.
   *
   * @param why for people
   */
  record Undecided(String why) implements TestResult {}
}
