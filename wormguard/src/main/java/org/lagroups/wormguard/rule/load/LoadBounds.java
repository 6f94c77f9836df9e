package org.lagroups.wormguard.rule.load;

/**
 * What is taken of a file at most.
 *
 * @param fileBytes how much of it is read
 * @param rules how many of its rules are kept
 * @param parts how many conditions and notes these have together
 * @param patternSteps how many steps their expressions are made of
 * @param refusals how many refusals are kept
 */
record LoadBounds(long fileBytes, int rules, int parts, int patternSteps, int refusals) {

  /** Those of any file; the others are for tests. */
  static final LoadBounds FULL =
      new LoadBounds(
          RuleLoader.MAX_FILE_BYTES,
          RuleLoader.MAX_RULES,
          RuleLoader.MAX_PARTS,
          RuleLoader.MAX_PATTERN_STEPS,
          RuleLoader.MAX_REFUSALS);
}
