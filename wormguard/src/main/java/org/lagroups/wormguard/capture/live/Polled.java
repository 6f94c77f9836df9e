package org.lagroups.wormguard.capture.live;

/** What came of waiting for frames. */
public sealed interface Polled {

  /**
   * Frames were handed over.
   *
   * @param count how many, 0 if the wait was over before one came
   */
  record Taken(int count) implements Polled {}

  /** Somebody asked to stop. */
  record Stopped() implements Polled {}

  /**
   * Nothing comes from this interface any more: it is down or gone.
   *
   * @param why what the system says, for people
   */
  record Failed(String why) implements Polled {}
}
