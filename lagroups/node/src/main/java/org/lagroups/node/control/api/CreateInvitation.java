package org.lagroups.node.control.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for an invitation.
 *
 * @param validSeconds how long it may be used, or null for a day
 */
public record CreateInvitation(@Nullable Long validSeconds) {}
