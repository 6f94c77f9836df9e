package org.lagroups.multicast.stream;

/** What matters more when a receiver cannot keep up: the moment or the whole. */
public enum StreamMode {
  /** What comes too late is dropped, and the stream goes on. */
  LIVE,
  /** Every byte arrives, however long it takes. */
  FILE
}
