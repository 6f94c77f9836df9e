package org.lagroups.wormguard.cooperate.enforce;

/** What becomes of a packet for which an enforced signature holds. */
public enum BlockDecision {
  /** It goes no further. */
  BLOCK,
  /** It goes on: it is a dry run, and only told. */
  DRY_RUN,
  /** It goes on: the operator's lists spare it. */
  SPARED,
  /** It goes on: the signature has blocked too much of the traffic, and waits for a person. */
  SUSPENDED,
  /** It goes on: too few vouch for the signature any more. */
  LAPSED
}
