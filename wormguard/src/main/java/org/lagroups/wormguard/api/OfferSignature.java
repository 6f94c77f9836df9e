package org.lagroups.wormguard.api;

/**
 * Offers a signature.
 *
 * @param group to whom; may be empty if the node belongs to one group only
 * @param rule one rule in the rule language
 * @param evidence the evidence, in hexadecimal
 * @param days for how long at most, 1 to 30
 */
public record OfferSignature(String group, String rule, String evidence, int days) {}
