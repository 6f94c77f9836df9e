package org.lagroups.core.route;

import java.util.Optional;

/** Why a target does not answer a request. The codes are part of the wire format. */
public enum RouteRefusal {
  /** Nothing at the target serves what was asked for. */
  UNKNOWN_SERVICE(1),
  /** The origin is not in the target's view of the group, or the target is not in the group. */
  NOT_A_MEMBER(2),
  /** The request was altered on its way, or is not the origin's. */
  BAD_SIGNATURE(3),
  /** The request is too old, too far in the future, or was made before: clocks may differ. */
  STALE(4),
  /** The target is busy with other requests. */
  BUSY(5),
  /** The service does not understand the request, or does not want to answer it. */
  DECLINED(6);

  private final int code;

  RouteRefusal(int code) {
    this.code = code;
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }

  /** The refusal with this number on the wire, if there is one. */
  public static Optional<RouteRefusal> ofCode(int code) {
    for (RouteRefusal refusal : values()) {
      if (refusal.code == code) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }
}
