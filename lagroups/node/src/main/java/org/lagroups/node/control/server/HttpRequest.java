package org.lagroups.node.control.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.json.Json;
import tools.jackson.core.JacksonException;

/** A request as a handler sees it. */
final class HttpRequest implements ApiRequest {

  /** The longest body that is read. */
  static final int MAX_BODY_BYTES = 1024 * 1024;

  private final byte[] body;
  private final Map<String, String> path;
  private final Map<String, String> query;

  HttpRequest(byte[] body, RouteTable.Match match) {
    this.body = body;
    this.path = match.path();
    this.query = match.query();
  }

  /**
   * Reads the request to its end, also where nobody asks for its body: a request counts as coming
   * until then, and one that comes for long is cut off.
   *
   * @throws ApiException if its body is too long or does not arrive
   */
  static HttpRequest of(HttpExchange exchange, RouteTable.Match match) {
    return new HttpRequest(read(exchange), match);
  }

  @Override
  public String path(String name) {
    return Objects.requireNonNull(path.get(name), name);
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  @Override
  public <T> T body(Class<T> type) {
    try {
      return Json.readStrict(body, type);
    } catch (JacksonException e) {
      throw ApiException.badRequest(
          "bad-body",
          "the body is not what this path asks for: "
              + Printable.of(where(e) + e.getOriginalMessage(), 300),
          "see /openapi.json");
    }
  }

  /** The field, if there is one that is wrong. */
  private static String where(JacksonException e) {
    StringBuilder where = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      String name = step.getPropertyName();
      where.append(
          name == null ? "[" + step.getIndex() + "]" : (where.isEmpty() ? "" : ".") + name);
    }
    return where.isEmpty() ? "" : where + ": ";
  }

  private static byte[] read(HttpExchange exchange) {
    try {
      InputStream in = exchange.getRequestBody();
      byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
      if (body.length > MAX_BODY_BYTES) {
        throw new ApiException(413, "body-too-long", "a body has at most 1 MiB", "");
      }
      return body;
    } catch (IOException e) {
      throw ApiException.badRequest("broken-body", "the body did not arrive whole", "");
    }
  }
}
