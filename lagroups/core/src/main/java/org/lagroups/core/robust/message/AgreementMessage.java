package org.lagroups.core.robust.message;

import io.microraft.model.message.RaftMessage;
import org.lagroups.machine.GroupId;

/** All that one node says to another about agreement in one group. */
public sealed interface AgreementMessage {

  /** The group in question. */
  GroupId group();

  /**
   * The sender takes part.
   *
   * @param incarnation of its seat
   * @param view the number of the latest view that it has applied, 0 if none
   * @param leaving whether it is about to leave the group
   */
  record Presence(GroupId group, long incarnation, long view, boolean leaving)
      implements AgreementMessage {}

  /**
   * A message of Raft.
   *
   * @param founder the seat by which the agreement was begun
   * @param to the incarnation of the receiver's seat
   */
  record Carried(GroupId group, Seat founder, long to, RaftMessage message)
      implements AgreementMessage {}
}
