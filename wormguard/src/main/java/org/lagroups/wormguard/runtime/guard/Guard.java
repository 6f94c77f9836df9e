package org.lagroups.wormguard.runtime.guard;

import org.lagroups.wormguard.api.BridgeCounts;

/** Something that guards, or watches, until it is stopped. */
public interface Guard extends AutoCloseable {

  /**
   * Works until {@link #stop}, or until it cannot go on.
   *
   * @throws GuardException in the latter case
   */
  void run() throws GuardException;

  /** Lets {@link #run} return soon. Any thread. */
  void stop();

  /** What its bridge did, if it has one. Any thread. */
  BridgeCounts counts();

  /** Gives the interfaces back, after {@link #run}. */
  @Override
  void close();
}
