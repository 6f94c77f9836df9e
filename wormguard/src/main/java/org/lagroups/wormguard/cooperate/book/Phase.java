package org.lagroups.wormguard.cooperate.book;

/** Where a signature is in its life, at this node. */
public enum Phase {
  /** This node has it, and has not yet found it good: nobody else knows of it. */
  LEARNED,
  /** The group has it, and no trusted member endorses it. */
  OFFERED,
  /** Some trusted members endorse it, fewer than needed. */
  ENDORSED,
  /** Enough do: it is enforced. */
  ENFORCED,
  /** Enough did. */
  LAPSED,
  /** The group has it, and this node's own tests say no: it is not enforced here. */
  DOUBTED,
  /** It is bad: this node says so, or its origin, or enough trusted members. */
  REFUTED
}
