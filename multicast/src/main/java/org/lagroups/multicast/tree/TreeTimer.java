package org.lagroups.multicast.tree;

/** The timer of a {@link TreeMachine}. */
public enum TreeTimer {
  /** The next beat, or the next step of a search. */
  STEP
}
