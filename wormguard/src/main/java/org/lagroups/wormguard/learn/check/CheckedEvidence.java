package org.lagroups.wormguard.learn.check;

import org.lagroups.wormguard.rule.Rule;

/** What came of judging evidence by its own rule. */
public sealed interface CheckedEvidence {

  /**
   * The rule loads.
   *
   * @param matched how many of the samples it alerts for
   * @param samples how many there are
   */
  record Judged(Rule rule, int matched, int samples) implements CheckedEvidence {

    /** Whether it alerts for nine samples of ten: a few may be there by chance, or by malice. */
    public boolean isMatched() {
      return 10L * matched >= 9L * samples;
    }
  }

  /**
   * The rule cannot be taken.
   *
   * @param why what is wrong, for people
   */
  record Refused(String why) implements CheckedEvidence {}
}
