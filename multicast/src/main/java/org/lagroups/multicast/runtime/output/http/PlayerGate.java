package org.lagroups.multicast.runtime.output.http;

import com.sun.net.httpserver.HttpExchange;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lagroups.multicast.runtime.end.OutputAddress;

/**
 * Says which requests are for the stream.
 *
 * <p>A web page that somebody opens may send requests to the loopback interface too, by a name that
 * it makes resolve there (DNS rebinding). So only requests addressed to this port by a loopback
 * name are answered.
 */
final class PlayerGate {

  private final Set<String> hosts;
  private final String path;

  /** What is answered instead of the stream. */
  record Refusal(int status, String reason) {}

  PlayerGate(OutputAddress.Http address) {
    int port = address.place().port();
    this.hosts = new HashSet<>(Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port));
    hosts.add(address.place().toString()); // may be another of 127.0.0.0/8
    this.path = address.path();
  }

  /** Why a request is refused, if it is. */
  Optional<Refusal> refusal(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !hosts.contains(host)) {
      return Optional.of(new Refusal(403, "this request was not made for this address"));
    }
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return Optional.of(new Refusal(404, "the stream is at " + path));
    }
    return switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> Optional.empty();
      default -> Optional.of(new Refusal(405, "a stream can only be read"));
    };
  }
}
