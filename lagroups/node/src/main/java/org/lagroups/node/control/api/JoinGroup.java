package org.lagroups.node.control.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks to join a group; the answer comes when that has succeeded or failed.
 *
 * @param link an invitation link
 * @param timeoutMillis how long to try, or null for 30 s
 */
public record JoinGroup(String link, @Nullable Long timeoutMillis) {}
