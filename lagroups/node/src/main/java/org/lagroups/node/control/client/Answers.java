package org.lagroups.node.control.client;

import org.lagroups.node.control.ErrorBody;
import org.lagroups.node.control.json.Json;
import tools.jackson.core.JacksonException;

/** Reads what a node has answered. */
final class Answers {

  private final String hint;

  /**
   * Of one node.
   *
   * @param hint what to do if its answers cannot be read
   */
  Answers(String hint) {
    this.hint = hint;
  }

  /**
   * What was asked for.
   *
   * @throws ControlException if it is anything else
   */
  <T> T read(byte[] json, Class<T> type) {
    try {
      return Json.read(json, type);
    } catch (JacksonException e) {
      throw new ControlException(
          ControlException.NOT_UNDERSTOOD,
          "cannot read the node's answer: " + e.getOriginalMessage(),
          hint,
          e);
    }
  }

  /** Why the node has refused a request, as it says. */
  ControlException refusal(int status, byte[] json) {
    try {
      ErrorBody body = Json.read(json, ErrorBody.class);
      return ControlException.refusal(body);
    } catch (JacksonException e) {
      return new ControlException(
          "http-" + status, "what answers there is no node: HTTP " + status, hint, e);
    }
  }
}
