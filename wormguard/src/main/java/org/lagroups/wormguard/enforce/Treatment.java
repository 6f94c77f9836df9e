package org.lagroups.wormguard.enforce;

/** What is done with a frame. */
public enum Treatment {
  /** It goes on. */
  FORWARD,
  /** It goes no further. */
  DROP
}
