package org.lagroups.multicast.tree.port;

import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Told what the distribution of chunks has to know. It calls nothing of the tree's in return. */
public interface TreeListener {

  /**
   * Has a new parent, from whom it asked for everything from {@code fromSequence} on. A former
   * parent that still serves it no longer has to.
   */
  void parentTaken(Contact parent, GroupId group, long fromSequence);

  /** Has lost its parent; another is being looked for. */
  void orphaned();

  /** Has a new child, which misses everything from {@code fromSequence} on. */
  void childTaken(Contact child, GroupId group, long fromSequence);

  /** A child is gone. */
  void childGone(NodeId child);
}
