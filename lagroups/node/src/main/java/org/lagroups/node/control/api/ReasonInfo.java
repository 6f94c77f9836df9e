package org.lagroups.node.control.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.ApiException;

/**
 * Why an attestation ended.
 *
 * @param code such as {@code bad-content}; empty if there is no reason to tell
 * @param detail for people, may be empty
 */
public record ReasonInfo(String code, String detail) {

  /** Nothing to tell. */
  public static final ReasonInfo NONE = new ReasonInfo("", "");

  /** A reason, safe to print. */
  public static ReasonInfo of(Reason reason) {
    return new ReasonInfo(word(reason.code()), Printable.of(reason.detail()));
  }

  /** The word for a code: in lower case, joined by dashes. */
  public static String word(ReasonCode code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The reason that this describes.
   *
   * @throws ApiException if there is no such code, or the detail is too long
   */
  public Reason parse() {
    ReasonCode parsed =
        Arrays.stream(ReasonCode.values())
            .filter(one -> word(one).equals(code))
            .findFirst()
            .orElseThrow(() ->
                ApiException.badRequest(
                    "unknown-reason", "there is no reason '" + code + "'", "one of " + words()));
    try {
      return new Reason(parsed, detail);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("bad-reason", String.valueOf(e.getMessage()), "say it shorter");
    }
  }

  /** All codes, for people. */
  public static String words() {
    return Arrays.stream(ReasonCode.values())
        .map(ReasonInfo::word)
        .collect(Collectors.joining(", "));
  }
}
