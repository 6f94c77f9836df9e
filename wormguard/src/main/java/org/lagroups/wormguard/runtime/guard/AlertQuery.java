package org.lagroups.wormguard.runtime.guard;

import java.util.Optional;
import org.lagroups.node.control.ApiException;
import org.lagroups.wormguard.api.GuardRun;

/** Reads what {@link GuardRun#ALERTS} is asked. */
final class AlertQuery {

  private static final int MOST_DIGITS = 18;

  private AlertQuery() {}

  /** The number behind which somebody wants to know; 0 if all are meant. */
  static long after(Optional<String> parameter) {
    String text = parameter.orElse("0");
    if (text.isEmpty()
        || text.length() > MOST_DIGITS
        || !text.chars().allMatch(each -> each >= '0' && each <= '9')) {
      throw ApiException.badRequest(
          "bad-number", GuardRun.AFTER + " is the number of an alert", "0 for all that are kept");
    }
    return Long.parseLong(text);
  }
}
