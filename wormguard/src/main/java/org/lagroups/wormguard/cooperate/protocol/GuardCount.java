package org.lagroups.wormguard.cooperate.protocol;

/** What is counted of working together. */
public enum GuardCount {
  /** Signatures of others that were taken. */
  RECORDS_TAKEN,
  /** Endorsements that this node has signed, refreshes included. */
  ENDORSEMENTS_SIGNED,
  /** Endorsements of others that were checked and good. */
  ENDORSEMENTS_TAKEN,
  /** Refutations of others that were taken. */
  REFUTATIONS_TAKEN,
  /** Signatures that have passed all tests. */
  TESTS_PASSED,
  /** Signatures against which this node's own traffic or verifier spoke. */
  TESTS_DOUBTFUL,
  /** Signatures that were found bad. */
  TESTS_FAILED,
  /** Tests that could not be made. */
  TESTS_UNDECIDED,
  /** Evidence that was fetched from others. */
  EVIDENCE_FETCHED,
  /** Bytes of evidence that were sent to others. */
  EVIDENCE_GIVEN_BYTES
}
