package org.lagroups.multicast.wire.place;

import org.lagroups.core.group.Contact;

/**
 * A node that may have a place, or know of one.
 *
 * @param openDepth at which depth the shallowest open place below it is said to be, or {@link
 *     #NOWHERE}
 */
public record Option(Contact contact, int openDepth) {

  /** In place of a depth: there is no open place. */
  public static final int NOWHERE = Stand.MAX_DEPTH + 1;

  public Option {
    Bounds.check(contact);
    Bounds.requireRange("a depth", openDepth, 0, NOWHERE);
  }
}
