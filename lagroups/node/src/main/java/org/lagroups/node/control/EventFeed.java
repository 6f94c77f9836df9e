package org.lagroups.node.control;

/** Tells clients of the control API what changes. May be used from any thread; never blocks. */
@FunctionalInterface
public interface EventFeed {

  /**
   * Sends an event to all clients that listen, and keeps it for a while for those that come back.
   *
   * @param type such as {@code share.progress}: the module's name, a dot, and what happened
   * @param payload a record
   */
  void publish(String type, Object payload);
}
