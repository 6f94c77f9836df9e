package org.lagroups.core.transcript.exchange;

/** The exchange's timers. */
public enum ExchangeTimer {
  /** Something has been waited for long enough. */
  PATIENCE
}
