package org.lagroups.node.transport.session;

import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.SessionMessage;

/** What this side says first on links: each hello newer than the one before. */
final class Hellos {

  private final long incarnation;
  private long sequence;

  /**
   * None said yet.
   *
   * @param incarnation random, so that no earlier run of the node had the same
   */
  Hellos(long incarnation) {
    this.incarnation = incarnation;
  }

  void say(Link link) {
    link.say(new SessionMessage.Greeting(new Hello(incarnation, nextNumber(), link.resetToken())));
    link.flush();
  }

  /** Greater than all before, for whatever needs a number. */
  long nextNumber() {
    return ++sequence;
  }
}
