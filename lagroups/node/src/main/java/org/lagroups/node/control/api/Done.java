package org.lagroups.node.control.api;

/** What was asked for has been done, and is on disk where it has to last. */
public record Done(boolean done) {

  /** The one answer there is. */
  public static final Done DONE = new Done(true);
}
