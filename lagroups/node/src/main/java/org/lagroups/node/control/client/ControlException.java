package org.lagroups.node.control.client;

import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ErrorBody;

/** The node has refused a request, or does not answer. */
public final class ControlException extends RuntimeException {

  /** The code when no node runs at that home. */
  public static final String NOT_RUNNING = "not-running";

  /** The code when the connection broke before the answer was complete. */
  public static final String DISCONNECTED = "disconnected";

  /** The code when the answer is none that a node of this version gives. */
  public static final String NOT_UNDERSTOOD = "not-understood";

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String hint;
  private final @Nullable String field;

  private ControlException(ErrorBody body, @Nullable Throwable cause) {
    super(body.message(), cause);
    this.code = body.error();
    this.hint = body.hint();
    this.field = body.field();
  }

  public ControlException(String code, String message, String hint, @Nullable Throwable cause) {
    this(new ErrorBody(code, message, hint), cause);
  }

  public ControlException(String code, String message, String hint) {
    this(code, message, hint, null);
  }

  /** What the node has answered. */
  static ControlException refusal(ErrorBody body) {
    return new ControlException(body, null);
  }

  /** What happened, for programs; as in {@link org.lagroups.node.control.ApiException}. */
  public String code() {
    return code;
  }

  /** What to do next; may be empty. */
  public String hint() {
    return hint;
  }

  /** Which field of the request is refused, if it is one of several; or null. */
  public @Nullable String field() {
    return field;
  }
}
