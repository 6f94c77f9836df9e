package org.lagroups.node.control.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.server.EventLog.Listener;
import org.lagroups.node.control.server.EventLog.Published;

/** Server-sent events (HTML standard) on one connection, until either side ends it. */
final class EventStreamHandler {

  /** Something is sent at least this often, so that a broken connection is noticed. */
  private static final long ALIVE_MILLIS = 15_000;

  private static final int CHUNKED = 0;

  private final EventLog log;

  EventStreamHandler(EventLog log) {
    this.log = log;
  }

  /**
   * Serves one client; returns when it is gone or has been cut off.
   *
   * @throws ApiException if too many listen already
   */
  void serve(HttpExchange exchange) throws IOException, InterruptedException {
    String after = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    Optional<Listener> opened = log.listen(after);
    if (opened.isEmpty()) {
      throw new ApiException(
          503,
          "too-many-listeners",
          "%d clients listen already".formatted(EventLog.MAX_LISTENERS),
          "close some of them");
    }
    try (Listener listener = opened.get()) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, CHUNKED);
      try (OutputStream out = exchange.getResponseBody()) {
        write(out, ": listening\n\n");
        while (!Thread.currentThread().isInterrupted()) {
          Optional<Published> event = listener.next(ALIVE_MILLIS);
          write(out, event.map(EventStreamHandler::text).orElse(":\n\n"));
        }
      }
    }
  }

  private static String text(Published event) {
    return "id: " + event.id() + "\nevent: " + event.type() + "\ndata: " + event.json() + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
