package org.lagroups.wormguard.rule;

/** What happens where a rule holds. */
public enum Action {
  /** An alert. */
  ALERT,
  /** The packet goes no further; and an alert. */
  DROP,
  /** As {@link #DROP}, and both ends are told. */
  REJECT,
  /** No other rule matters for the packet. */
  PASS
}
