package org.lagroups.core.attestation;

import java.util.Optional;

/** Why an attestation was withdrawn, for machines. The codes are part of the wire format. */
public enum ReasonCode {
  /** No reason was given. */
  UNSPECIFIED(0),
  /** The attestee no longer answers. */
  UNREACHABLE(1),
  /** The attestee has left the group. */
  LEFT(2),
  /** The attestee answers, but not fast enough or not at a sufficient rate. */
  TOO_SLOW(3),
  /** The attestee sends more than is acceptable. */
  FLOODING(4),
  /** What the attestee delivered or published proved bad after all. */
  BAD_CONTENT(5),
  /** The attestee gave answers that others contradict. */
  WRONG_ANSWERS(6),
  /** The attestee broke the protocol, provably. */
  MISBEHAVED(7),
  /** A person decided so. */
  OPERATOR(8);

  private final int code;

  ReasonCode(int code) {
    this.code = code;
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }

  /** The reason with this number on the wire, if there is one. */
  public static Optional<ReasonCode> ofCode(int code) {
    for (ReasonCode reason : values()) {
      if (reason.code == code) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}
