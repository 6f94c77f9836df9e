package org.lagroups.multicast.tree.place;

import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.place.Option;

/** The other end of an edge of the tree, as this node knows it. */
public abstract sealed class Neighbour permits Child, Parent {

  private final Contact contact;
  private final long takenMillis;
  private long heardMillis;
  private int openDepth = Option.NOWHERE;

  Neighbour(Contact contact, long nowMillis) {
    this.contact = contact;
    this.takenMillis = nowMillis;
    this.heardMillis = nowMillis;
  }

  public final NodeId node() {
    return contact.node();
  }

  public final Contact contact() {
    return contact;
  }

  /** When it became one. */
  public final long takenMillis() {
    return takenMillis;
  }

  public final long heardMillis() {
    return heardMillis;
  }

  /**
   * Where it says that the shallowest open place is: a child below itself, a parent in the whole
   * tree.
   */
  public final int openDepth() {
    return openDepth;
  }

  /** It says that it is there. */
  final void heard(int itsOpenDepth, long nowMillis) {
    heardMillis = nowMillis;
    openDepth = itsOpenDepth;
  }
}
