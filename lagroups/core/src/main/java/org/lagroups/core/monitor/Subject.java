package org.lagroups.core.monitor;

import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Who is tested, and for which group.
 *
 * @param settings the group's; how fast a test has to decide follows from its T_a
 */
public record Subject(GroupId group, GroupSettings settings, NodeId node) {}
