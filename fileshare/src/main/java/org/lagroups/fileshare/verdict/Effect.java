package org.lagroups.fileshare.verdict;

/**
 * What has become of a verdict's consequence, the publisher's ban. A ban has one of two behind it:
 * the person's verdicts, or the person's own word on the publisher; the latter wins, and is never
 * undone by taking a verdict back.
 */
public enum Effect {
  /** A good verdict has no consequence. */
  NONE,
  /** The node does not belong to the group, or cannot ban yet: it is still to be drawn. */
  PENDING,
  /** The verdict has banned the publisher. */
  PLACED,
  /** The person has banned the publisher himself, before the verdict or after it. */
  COVERED,
  /** The person has lifted the ban; the verdict stands without it, and hides only the one file. */
  LIFTED
}
