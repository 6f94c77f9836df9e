package org.lagroups.core.group;

/**
 * A node of the group and where it was reached.
 *
 * @param lastSeenMillis wall-clock time at which it last entered or left the view
 */
public record StoredContact(Contact contact, long lastSeenMillis) {}
