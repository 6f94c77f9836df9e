package org.lagroups.core.robust;

import org.lagroups.core.robust.set.RobustSet;
import org.lagroups.machine.GroupId;

/**
 * Robust membership of a group at one moment.
 *
 * @param set the members, and how each node of the view is tied to them
 */
public record RobustStatus(GroupId group, Basis basis, RobustSet set) {

  /** Of a group without a rule. */
  public static RobustStatus noRule(GroupId group) {
    return new RobustStatus(group, new Basis.NoRule(), RobustSet.NONE);
  }
}
