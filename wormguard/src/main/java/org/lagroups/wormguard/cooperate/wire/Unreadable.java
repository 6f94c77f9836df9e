package org.lagroups.wormguard.cooperate.wire;

/** Ends the reading of a message; does not leave this package. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final WireRefusal reason;

  Unreadable(WireRefusal reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  WireRefusal reason() {
    return reason;
  }
}
