package org.lagroups.node.control.client;

import org.jspecify.annotations.Nullable;

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

  public ControlException(String code, String message, String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.hint = hint;
  }

  public ControlException(String code, String message, String hint) {
    this(code, message, hint, null);
  }

  /** What happened, for programs; as in {@link org.lagroups.node.control.ApiException}. */
  public String code() {
    return code;
  }

  /** What to do next; may be empty. */
  public String hint() {
    return hint;
  }
}
