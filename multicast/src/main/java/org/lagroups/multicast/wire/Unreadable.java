package org.lagroups.multicast.wire;

/** Ends reading a message from within; caught in this package, so it never leaves the codec. */
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
