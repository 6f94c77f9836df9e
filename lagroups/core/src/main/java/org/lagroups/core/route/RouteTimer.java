package org.lagroups.core.route;

/** The timers of {@link Router}. */
public enum RouteTimer {
  /** A request is to be reported on, or what is remembered of one ends. */
  DUE
}
