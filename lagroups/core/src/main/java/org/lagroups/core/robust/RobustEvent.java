package org.lagroups.core.robust;

import java.util.List;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** A change of a group's robust membership. */
public sealed interface RobustEvent {

  /** The group in question. */
  GroupId group();

  /** A node is now a robust member. */
  record Entered(GroupId group, NodeId node) implements RobustEvent {}

  /**
   * A node is no robust member any more.
   *
   * @param missing the attestations for and from it that counted before and do not now, in the
   *     order of attesters and attestees; none if it is the threshold or the agreed view that has
   *     changed
   */
  record Left(GroupId group, NodeId node, List<MissingAttestation> missing) implements RobustEvent {
    public Left {
      missing = List.copyOf(missing);
    }
  }

  /**
   * What membership rests on is another thing now: another view was agreed on, agreement was lost,
   * or it is there again. Told before the changes that follow from it.
   */
  record BasisChanged(GroupId group, Basis basis) implements RobustEvent {}
}
