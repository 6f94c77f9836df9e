package org.lagroups.node.control.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ApiException;

/**
 * Lets in who knows the token.
 *
 * <p>A web page that somebody opens may send requests to the loopback interface too, and by a name
 * that it makes resolve to 127.0.0.1 even read the answers (DNS rebinding). So only requests
 * addressed to this very port by a loopback name are answered, and none that a page of another
 * origin has sent.
 */
final class Guard {

  private final byte[] token;
  private final Set<String> hosts;

  Guard(String token, int port) {
    this.token = token.getBytes(StandardCharsets.US_ASCII);
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
  }

  /** Refuses requests that were not meant for this port, or come from a web page. */
  void requireOurHost(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String host = headers.getFirst("Host");
    if (host == null || !hosts.contains(host) || headers.containsKey("Origin")) {
      throw new ApiException(
          403,
          "wrong-host",
          "this request was not made for the control API",
          "address it to 127.0.0.1, not through a browser");
    }
  }

  /** Refuses requests without the token. */
  void requireToken(HttpExchange exchange) {
    byte[] shown = bearer(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!MessageDigest.isEqual(shown, token)) {
      throw new ApiException(
          401,
          "wrong-token",
          "the token is missing or wrong",
          "send 'Authorization: Bearer TOKEN' with the token from control-token in the node's"
              + " home");
    }
  }

  private static byte[] bearer(@Nullable String header) {
    return Optional.ofNullable(header)
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> value.substring("Bearer ".length()).strip())
        .orElse("")
        .getBytes(StandardCharsets.UTF_8);
  }
}
