package org.lagroups.node.control.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a new group.
 *
 * @param validityMillis T_a, or null for the node's default
 * @param maxMembers the most members, or null for as many as possible
 */
public record CreateGroup(@Nullable Long validityMillis, @Nullable Integer maxMembers) {}
