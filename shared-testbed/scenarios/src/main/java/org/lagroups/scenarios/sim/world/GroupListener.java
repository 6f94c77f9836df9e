package org.lagroups.scenarios.sim.world;

import org.lagroups.core.group.GroupEvent;

/** Told of changes in the views of all members. */
@FunctionalInterface
public interface GroupListener {

  /** A change in the view of the member with this number, at this moment of virtual time. */
  void changed(int viewer, GroupEvent event);
}
