package org.lagroups.desktop.link;

import org.jspecify.annotations.Nullable;

/**
 * Why the node has not done what was asked.
 *
 * @param code for programs, as in {@link org.lagroups.node.control.ErrorBody}
 * @param message what happened
 * @param hint what to do next, may be empty
 * @param field which field of the request is wrong, where there are several; or null
 */
public record Problem(String code, String message, String hint, @Nullable String field) {

  /** Of no field in particular. */
  public Problem(String code, String message, String hint) {
    this(code, message, hint, null);
  }

  /** A fault of this program, which nobody has foreseen. */
  public static Problem of(Throwable fault) {
    return new Problem("internal", String.valueOf(fault), "what led to it is in the log");
  }
}
