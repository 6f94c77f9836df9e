package org.lagroups.wormguard.engine;

/** What is kept with one direction of a stream, so that the same bytes do not alert twice. */
public interface StreamNotes {

  /**
   * Up to which place of the stream a rule held before; 0 if it did not.
   *
   * @param rule what tells it from all others
   */
  int heldUntil(long rule);

  /** Notes that a rule held for what there is up to a place. */
  void held(long rule, int place);
}
