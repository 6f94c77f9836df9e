package org.lagroups.wormguard.cooperate.judge;

import java.nio.charset.StandardCharsets;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/**
 * That a signature is bad, as one gateway says. It expires and is refreshed as endorsements are, so
 * that whoever takes it back just stops.
 *
 * @param detail for people, at most {@link #MAX_DETAIL_BYTES} in UTF-8, may be empty. It comes from
 *     a stranger: pass it through {@link org.lagroups.machine.Printable} before showing it
 * @param expiresMillis wall-clock milliseconds since 1970-01-01 UTC, 0 or more
 */
public record Refutation(
    GroupId group, SignatureId id, NodeId refuter, Fault fault, String detail, long expiresMillis) {

  /** The longest detail in bytes of UTF-8. */
  public static final int MAX_DETAIL_BYTES = 120;

  public Refutation {
    if (!isDetail(detail) || expiresMillis < 0) {
      throw new IllegalArgumentException(
          "a refutation's detail has at most %d bytes, and its expiry is 0 or more"
              .formatted(MAX_DETAIL_BYTES));
    }
  }

  /** Whether a text is short enough. */
  public static boolean isDetail(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= MAX_DETAIL_BYTES;
  }

  /** As much of a text as fits. */
  public static String cut(String text) {
    String cut = text;
    while (!isDetail(cut)) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
