package org.lagroups.core.wire;

/** Carries a refusal from the depth of a decoder to its entrance; never leaves this package. */
final class DecodingException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  DecodingException(Refusal reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Refusal reason() {
    return reason;
  }
}
