package org.lagroups.multicast.wire.place;

import org.lagroups.core.group.Contact;

/**
 * A child, as its parent attests to it.
 *
 * @param uptimeMillis how long it is known to have been up, 0 or more
 * @param bitsPerSecond what it can send, 0 or more
 */
public record Ward(Contact contact, long uptimeMillis, long bitsPerSecond) {

  public Ward {
    Bounds.check(contact);
    Bounds.requireRange("an uptime", uptimeMillis, 0, Long.MAX_VALUE);
    Bounds.requireRange("a rate", bitsPerSecond, 0, Long.MAX_VALUE);
  }
}
