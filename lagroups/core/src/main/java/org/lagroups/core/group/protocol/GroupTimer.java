package org.lagroups.core.group.protocol;

/** What the group protocol waits for; each is due at the earliest moment of all groups. */
public enum GroupTimer {
  /** This node's own advertisement has changed or has to be refreshed. */
  ADVERTISE,
  /** Something heard runs out. */
  EXPIRE,
  /** A neighbour's digest is to be compared with ours. */
  REPAIR,
  /** A join has taken too long. */
  JOIN,
  /** Advertisements collected for relaying are to be sent. */
  RELAY
}
