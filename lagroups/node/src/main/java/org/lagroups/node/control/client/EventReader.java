package org.lagroups.node.control.client;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.json.Json;
import tools.jackson.core.JacksonException;

/**
 * Reads server-sent events: lines of {@code field: value} up to an empty one (HTML standard,
 * section 9.2.6, "Interpreting an event stream"). Fields that are not known are skipped.
 */
final class EventReader {

  /** No event is longer, with all that frames it. */
  static final int MAX_EVENT_CHARS = Json.MAX_LENGTH;

  private static final String USUAL_TYPE = "message";

  private final Reader in;
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder data = new StringBuilder();
  private String id = "";
  private String type = USUAL_TYPE;
  private boolean afterReturn;
  private int chars;

  EventReader(Reader in) {
    this.in = in;
  }

  /**
   * The next event.
   *
   * @return nothing at the end; an event that was not ended is none
   * @throws IOException if the stream broke
   * @throws ControlException if no node writes such events
   */
  Optional<ApiEvent> next() throws IOException {
    data.setLength(0);
    type = USUAL_TYPE;
    chars = 0;
    for (String next = line(); next != null; next = line()) {
      if (!next.isEmpty()) {
        take(next);
      } else if (!data.isEmpty()) {
        return Optional.of(event());
      } else {
        type = USUAL_TYPE;
        chars = 0;
      }
    }
    return Optional.empty();
  }

  private void take(String line) {
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    if (value.startsWith(" ")) {
      value = value.substring(1);
    }
    switch (field) {
      case "id" -> id = value;
      case "event" -> type = value;
      case "data" -> data.append(value).append('\n');
      default -> {
        // What is before the first colon of a comment is empty.
      }
    }
  }

  private ApiEvent event() {
    try {
      byte[] json = data.toString().getBytes(StandardCharsets.UTF_8);
      return new ApiEvent(id, type, Json.readTree(json));
    } catch (JacksonException e) {
      throw unreadable("an event of the node is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** A line without its end, or null at the end of the stream. */
  private @Nullable String line() throws IOException {
    line.setLength(0);
    for (int next = in.read(); next >= 0; next = in.read()) {
      boolean isRestOfEnd = afterReturn && next == '\n';
      afterReturn = next == '\r';
      if (isRestOfEnd) {
        continue;
      }
      if (next == '\n' || next == '\r') {
        return line.toString();
      }
      if (++chars > MAX_EVENT_CHARS) {
        throw unreadable("an event of the node is longer than any", null);
      }
      line.append((char) next);
    }
    return null;
  }

  private static ControlException unreadable(String message, @Nullable Exception cause) {
    return new ControlException(
        ControlException.NOT_UNDERSTOOD, message, "is the node of another version?", cause);
  }
}
