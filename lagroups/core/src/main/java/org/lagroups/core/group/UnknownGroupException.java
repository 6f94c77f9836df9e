package org.lagroups.core.group;

import org.lagroups.machine.GroupId;

/** The caller named a group to which this node does not belong. */
public final class UnknownGroupException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public UnknownGroupException(GroupId group) {
    super("this node does not belong to group " + group);
  }
}
