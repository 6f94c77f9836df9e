package org.lagroups.scenarios.bench.group.host;

import java.util.Optional;

/** Starts members of one kind. */
interface MemberSource extends AutoCloseable {

  /**
   * Starts one more member.
   *
   * @param contact what a member said for newcomers; empty for the first, which founds the group
   */
  Member start(Optional<String> contact) throws Exception;

  /** After all its members have been closed. */
  @Override
  void close();
}
