package org.lagroups.node.control.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ApiEvent;

/**
 * Events as they come (server-sent events of the HTML standard). After a break the caller asks for
 * a new stream, from {@link #lastId} on.
 */
public final class EventStream implements AutoCloseable {

  /** The node sends something at least every 15 s; after this long without, it is gone. */
  static final int SILENCE_MILLIS = 45_000;

  private final HttpURLConnection connection;
  private final EventReader events;
  private @Nullable String lastId;

  EventStream(HttpURLConnection connection) throws IOException {
    this.connection = connection;
    this.events =
        new EventReader(
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)));
  }

  /**
   * The next event; waits for it.
   *
   * @return nothing when the node has ended the stream
   * @throws ControlException if the connection broke, or no node is at its other end
   */
  public Optional<ApiEvent> next() {
    try {
      Optional<ApiEvent> event = events.next();
      event.ifPresent(one -> lastId = one.id());
      return event;
    } catch (IOException e) {
      throw new ControlException(
          ControlException.DISCONNECTED, "lost the connection with the node", "", e);
    }
  }

  /** The last event's ID, to go on from; null before the first. */
  public @Nullable String lastId() {
    return lastId;
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
