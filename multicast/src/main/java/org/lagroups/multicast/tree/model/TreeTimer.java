package org.lagroups.multicast.tree.model;

/** The timer of a {@link TreeMachine}. */
public enum TreeTimer {
  /** The next beat, or the next step of a search. */
  STEP
}
