package org.lagroups.core.monitor.observe;

import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;

/** What one look at a node says; {@link Hysteresis} makes a verdict of several. */
public sealed interface Finding {

  /** All is well, and this is what was measured. */
  record Good(LinkInfo info) implements Finding {}

  /** This was not correct. */
  record Bad(Reason reason) implements Finding {}

  /** All is well, and nothing was measured. */
  static Finding good() {
    return new Good(LinkInfo.NONE);
  }

  /**
   * This was not correct.
   *
   * @param detail for people, at most {@link Reason#MAX_DETAIL_BYTES} in UTF-8
   */
  static Finding bad(ReasonCode code, String detail) {
    return new Bad(new Reason(code, detail));
  }

  /** Good if so, and else bad for this reason. */
  static Finding goodIf(boolean isGood, ReasonCode otherwise, String detail) {
    return isGood ? good() : bad(otherwise, detail);
  }
}
