package org.lagroups.multicast.tree.place;

/** What is counted in a tree. */
public enum TreeEvent {
  /** It has a new parent. */
  TAKEN,
  /** It lost its parent. */
  ORPHANED,
  /** Its parent asked it to move. */
  MOVED,
  /** It got a place one level up. */
  RISEN,
  /** Its parent dismissed it. */
  DISMISSED,
  /** A question was not answered, as its sender asked too often. */
  FLOOD,
  /** A wish to rise was not proven or not deserved. */
  REFUSED_CLIMB,
  /** Somebody wanted to take a place that was not given. */
  REFUSED_TAKE,
  /** It began to look for a place. */
  SEARCH,
  /** A message came from who has no say in what it is about. */
  STRAY
}
