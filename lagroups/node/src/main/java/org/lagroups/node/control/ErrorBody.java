package org.lagroups.node.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What is answered instead when a request is refused.
 *
 * @param error what happened, for programs
 * @param message what happened, for people
 * @param hint what to do next; may be empty
 * @param field which one is wrong, where a person has filled in several
 */
public record ErrorBody(
    String error,
    String message,
    String hint,
    @JsonInclude(Include.NON_NULL) @Nullable String field) {

  /** Of no field in particular. */
  public ErrorBody(String error, String message, String hint) {
    this(error, message, hint, null);
  }
}
