package org.lagroups.node.control.api;

import org.lagroups.machine.GroupId;

/**
 * An invitation for one guest.
 *
 * @param link to be sent to the guest, by a way that nobody else reads
 * @param expiresMillis until when it may be used, wall-clock time
 */
public record InvitationCreated(GroupId group, String link, long expiresMillis) {}
