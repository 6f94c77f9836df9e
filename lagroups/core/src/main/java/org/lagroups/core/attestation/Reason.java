package org.lagroups.core.attestation;

import java.nio.charset.StandardCharsets;

/**
 * Why an attestation was withdrawn.
 *
 * @param code for machines
 * @param detail for people, at most {@link #MAX_DETAIL_BYTES} in UTF-8, may be empty. It comes from
 *     a stranger: pass it through {@link org.lagroups.machine.Printable} before showing it
 */
public record Reason(ReasonCode code, String detail) {

  /** The longest detail in bytes of UTF-8. */
  public static final int MAX_DETAIL_BYTES = 200;

  public Reason {
    if (lengthOf(detail) > MAX_DETAIL_BYTES) {
      throw new IllegalArgumentException("a reason's detail has at most 200 bytes");
    }
  }

  /** A reason that needs no further words. */
  public static Reason of(ReasonCode code) {
    return new Reason(code, "");
  }

  /** How long the detail is in bytes of UTF-8. */
  public int detailBytes() {
    return lengthOf(detail);
  }

  private static int lengthOf(String detail) {
    return detail.getBytes(StandardCharsets.UTF_8).length;
  }
}
