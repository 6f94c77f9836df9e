package org.lagroups.node.control;

import org.jspecify.annotations.Nullable;

/**
 * Refuses a request to the control API. The client gets {@code {"error":…,"message":…,"hint":…}}.
 */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String hint;
  private final @Nullable String field;

  /**
   * Any refusal.
   *
   * @param status the HTTP status, 400 to 599
   * @param code what happened, for programs: lower-case words joined by dashes
   * @param message what happened, for people
   * @param hint what to do next; may be empty
   */
  public ApiException(int status, String code, String message, String hint) {
    this(status, code, message, hint, null);
  }

  private ApiException(
      int status, String code, String message, String hint, @Nullable String field) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.field = field;
  }

  /** The request itself is wrong: status 400. */
  public static ApiException badRequest(String code, String message, String hint) {
    return new ApiException(400, code, message, hint);
  }

  /** One of several fields of the request is wrong: status 400. */
  public static ApiException badField(String field, String code, String message, String hint) {
    return new ApiException(400, code, message, hint, field);
  }

  /** What the request names does not exist: status 404. */
  public static ApiException notFound(String code, String message, String hint) {
    return new ApiException(404, code, message, hint);
  }

  /** The request does not fit what is there now: status 409. */
  public static ApiException conflict(String code, String message, String hint) {
    return new ApiException(409, code, message, hint);
  }

  public int status() {
    return status;
  }

  /** For programs. */
  public String code() {
    return code;
  }

  /** What to do next; may be empty. */
  public String hint() {
    return hint;
  }

  /** Which field is wrong, where a person has filled in several; or null. */
  public @Nullable String field() {
    return field;
  }
}
