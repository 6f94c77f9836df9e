package org.lagroups.wormguard.engine.limit;

/** What a threshold makes of a match. */
public enum Outcome {
  /** The match counts, and is told. */
  ALERT,
  /** The match counts, and was told often enough. */
  SILENT,
  /** The match does not count yet. */
  NOTHING
}
