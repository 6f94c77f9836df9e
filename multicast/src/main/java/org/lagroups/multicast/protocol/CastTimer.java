package org.lagroups.multicast.protocol;

/** The deadlines of a {@link CastMachine}. */
public enum CastTimer {
  /** The streams have something to do. */
  TICK
}
