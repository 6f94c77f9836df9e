package org.lagroups.wormguard.rule;

/**
 * What a rule calls itself, which is unique in a set of rules but for the revision. Rules of others
 * may call themselves the same: a {@link RuleKey} tells them apart.
 *
 * @param group who issues the numbers ({@code gid}); 1 if the rule does not say
 * @param signature the number ({@code sid}), from 1 to 2^32-1
 * @param revision the higher, the newer ({@code rev}); 0 if the rule does not say
 */
public record RuleId(long group, long signature, long revision) {

  /** The group of rules that do not say theirs. */
  public static final long DEFAULT_GROUP = 1;
}
