package org.lagroups.simnet.link;

/** What the peers of a node see when it ends. */
public enum Parting {
  /** It closes its links. */
  FAREWELL,
  /** Its process is gone, and its host ends the connections: links are in doubt. */
  BROKEN_OFF,
  /** Nothing, until they miss it. */
  SILENCE
}
