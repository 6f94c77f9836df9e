package org.lagroups.node.control.api;

import java.util.List;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * What has changed of late in a group as this node sees it. Whoever knows how the group is now can
 * go back by it.
 *
 * @param fromMillis since when no change is missing, wall-clock milliseconds since 1970-01-01 UTC;
 *     an hour ago at the earliest
 * @param nodes whom the changes are about, which name them by their places here
 * @param changes the eldest first
 */
public record GroupPast(GroupId group, long fromMillis, List<NodeId> nodes, List<Change> changes) {

  /** A node has come into the view. */
  public static final String ENTERED = "entered";

  /** A node is in the view no more. */
  public static final String LEFT = "left";

  /** A node has begun to attest to another. */
  public static final String ATTESTED = "attested";

  /** Its attestation is valid no more. */
  public static final String LOST = "lost";

  /** A node has become a robust member. */
  public static final String ROBUST = "robust";

  /** It is a robust member no more. */
  public static final String NOT_ROBUST = "not-robust";

  public GroupPast {
    nodes = List.copyOf(nodes);
    changes = List.copyOf(changes);
  }

  /**
   * A change.
   *
   * @param atMillis when, as {@link GroupPast#fromMillis}
   * @param what one of the constants of {@link GroupPast}
   * @param node the place of the node that it is about, or that attests
   * @param other the place of the attestee; -1 if there is none
   */
  public record Change(long atMillis, String what, int node, int other) {}
}
