package org.lagroups.wormguard.rule.load;

/**
 * What is taken of a file at most.
 *
 * @param fileBytes how much of it is read
 * @param rules how many of its rules are kept
 * @param conditions how many conditions these have together
 * @param refusals how many refusals are kept
 */
record LoadBounds(long fileBytes, int rules, int conditions, int refusals) {

  /** Those of any file; the others are for tests. */
  static final LoadBounds FULL =
      new LoadBounds(
          RuleLoader.MAX_FILE_BYTES,
          RuleLoader.MAX_RULES,
          RuleLoader.MAX_CONDITIONS,
          RuleLoader.MAX_REFUSALS);
}
