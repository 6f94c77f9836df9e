package org.lagroups.multicast.runtime.stats;

/** How statistics are written. */
public enum StatsFormat {
  /** An object a line. */
  JSON,
  /** A row a line, below one that names the columns. */
  CSV
}
