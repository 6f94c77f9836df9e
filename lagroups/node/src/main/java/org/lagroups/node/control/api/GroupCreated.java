package org.lagroups.node.control.api;

import org.lagroups.machine.GroupId;

/** There is a new group, with this node as its only member. */
public record GroupCreated(GroupId group) {}
