package org.lagroups.core.robust;

import java.util.function.Consumer;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.machine.GroupId;

/** The robust members of this node's groups, as it sees them. */
public interface RobustMembership {

  /**
   * The robust members of a group now.
   *
   * @throws UnknownGroupException if the group is not served
   */
  RobustStatus status(GroupId group);

  /**
   * Calls {@code listener} with every change from now on, until the subscription is closed or the
   * group is left.
   *
   * @throws UnknownGroupException if the group is not served
   */
  Subscription changes(GroupId group, Consumer<RobustEvent> listener);
}
