package org.lagroups.wormguard.enforce;

import java.util.Set;
import org.lagroups.wormguard.rule.Rule;

/**
 * Which rules only tell what they would block.
 *
 * @param isAll whether all do
 * @param signatures the numbers ({@code sid}) of those that do otherwise, of one's own: partners
 *     choose the numbers of theirs
 */
public record DryRun(boolean isAll, Set<Long> signatures) {

  /** Every rule blocks that says so. */
  public static final DryRun OFF = new DryRun(false, Set.of());

  /** No rule blocks. */
  public static final DryRun ALL = new DryRun(true, Set.of());

  public DryRun {
    signatures = Set.copyOf(signatures);
  }

  /** Whether a rule is among them. */
  public boolean includes(Rule rule) {
    return isAll || (!rule.key().isShared() && signatures.contains(rule.id().signature()));
  }
}
