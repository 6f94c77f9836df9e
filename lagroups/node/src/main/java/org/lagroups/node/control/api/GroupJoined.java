package org.lagroups.node.control.api;

import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** This node now belongs to the group: {@code attester} vouches for it. */
public record GroupJoined(GroupId group, NodeId attester) {}
