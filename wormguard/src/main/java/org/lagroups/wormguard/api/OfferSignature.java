package org.lagroups.wormguard.api;

/**
 * Offers a signature.
 *
 * @param group to whom; may be empty if the node belongs to one group only
 * @param rule one rule in the rule language
 * @param evidence the evidence, in hexadecimal
 * @param days for how long at most, 1 to 30
 */
public record OfferSignature(String group, String rule, String evidence, int days) {

  /** The code of the error when it cannot be tested now: worth another try. */
  public static final String UNDECIDED = "undecided";

  /** The code of the error when this gateway does not vouch for it. */
  public static final String REFUSED = "refused";
}
