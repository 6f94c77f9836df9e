package org.lagroups.wormguard.cooperate.protocol;

import org.lagroups.wormguard.cooperate.record.SignatureId;

/** What came of offering a signature. */
public sealed interface OfferResult {

  /** The group is told of it. */
  record Offered(SignatureId id) implements OfferResult {}

  /**
   * It is not, as it could not be tested; that is worth another try later.
   *
   * @param why for people
   */
  record Undecided(String why) implements OfferResult {}

  /**
   * It is not.
   *
   * @param why a sentence for people
   */
  record Refused(String why) implements OfferResult {}
}
