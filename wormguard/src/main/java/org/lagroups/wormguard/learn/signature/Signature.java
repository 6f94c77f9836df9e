package org.lagroups.wormguard.learn.signature;

import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceDigest;

/**
 * A signature that was learned.
 *
 * @param sid the rule's number: {@link #FIRST_SID} to {@link #LAST_SID}
 * @param content what the rule looks for
 * @param evidence what it stands on, with the rule
 * @param digest that of the evidence
 */
public record Signature(long sid, Bytes content, Evidence evidence, EvidenceDigest digest) {

  /**
   * The first number of those that are learned. Numbers from 1,000,000 to 1,999,999 are for rules
   * of one's own; those below this one are left to the operator.
   */
  public static final long FIRST_SID = 1_100_000;

  /** The last of them. */
  public static final long LAST_SID = 1_999_999;
}
