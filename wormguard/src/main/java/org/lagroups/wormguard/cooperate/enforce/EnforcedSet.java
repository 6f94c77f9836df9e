package org.lagroups.wormguard.cooperate.enforce;

import java.util.List;

/**
 * All that is enforced at one moment. Immutable, for any thread.
 *
 * @param version greater with every change, so that whoever polls sees at once whether there is one
 * @param signatures in the order of IDs
 * @param isDryRun whether nothing is blocked at all
 */
public record EnforcedSet(
    long version, List<EnforcedSignature> signatures, LocalLists lists, boolean isDryRun) {

  /** Nothing is. */
  public static final EnforcedSet NOTHING = new EnforcedSet(0, List.of(), LocalLists.NONE, false);

  /** Copies {@code signatures}. */
  public EnforcedSet {
    signatures = List.copyOf(signatures);
  }

  /** Whether another set says the same, apart from the version. */
  public boolean saysTheSameAs(EnforcedSet other) {
    return signatures.equals(other.signatures)
        && lists.equals(other.lists)
        && isDryRun == other.isDryRun;
  }
}
