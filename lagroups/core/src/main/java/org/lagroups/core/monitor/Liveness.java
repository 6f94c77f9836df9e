package org.lagroups.core.monitor;

/** Whether a peer answers. */
public enum Liveness {
  /** Not known yet. */
  UNKNOWN,
  /** It answers: messages pass both ways. */
  UP,
  /** It has not answered several probes in a row. */
  DOWN
}
