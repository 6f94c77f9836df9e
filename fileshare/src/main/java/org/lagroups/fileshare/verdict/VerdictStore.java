package org.lagroups.fileshare.verdict;

/** Where verdicts survive a restart. Writes may happen later, but in order. */
public interface VerdictStore {

  /** Keeps a verdict in place of an earlier one on the same publisher's same content. */
  void save(KeptVerdict kept);

  /** Forgets a verdict. */
  void remove(Verdict verdict);
}
