package org.lagroups.node.control.server;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;

/** Finds the route for a request. */
final class RouteTable {

  private final List<ApiRoute> routes;

  /**
   * A table.
   *
   * @throws IllegalArgumentException if two routes have the same method and path
   */
  RouteTable(List<ApiRoute> routes) {
    this.routes = List.copyOf(routes);
    long distinct =
        routes.stream()
            .map(route -> route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}"))
            .distinct()
            .count();
    if (distinct != routes.size()) {
      throw new IllegalArgumentException("two routes of the control API are the same");
    }
  }

  /**
   * A route, and what the request has in place of its parameters.
   *
   * @param path by name
   * @param query by name
   */
  record Match(ApiRoute route, Map<String, String> path, Map<String, String> query) {}

  List<ApiRoute> routes() {
    return routes;
  }

  /**
   * Finds the route.
   *
   * @throws ApiException if there is none, or the query has an unknown parameter
   */
  Match find(String method, URI uri) {
    // An address such as a:b has none.
    String rawPath = Objects.requireNonNullElse(uri.getRawPath(), "");
    String[] parts = rawPath.split("/", -1);
    List<Match> samePath = new ArrayList<>();
    for (ApiRoute route : routes) {
      Optional<Map<String, String>> path = match(route.path().split("/", -1), parts);
      path.ifPresent(values -> samePath.add(new Match(route, values, Map.of())));
    }
    if (samePath.isEmpty()) {
      throw ApiException.notFound(
          "no-such-path", "there is nothing at this path", "see /openapi.json");
    }
    Match found =
        samePath.stream()
            .filter(match -> match.route.method().name().equals(method))
            .findFirst()
            .orElseThrow(() ->
                new ApiException(
                    405, "wrong-method", "this path knows no " + method, "see /openapi.json"));
    return new Match(found.route, found.path, query(found.route, uri));
  }

  private static Optional<Map<String, String>> match(String[] pattern, String[] parts) {
    if (pattern.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (pattern[i].startsWith("{")) {
        values.put(pattern[i].substring(1, pattern[i].length() - 1), decode(parts[i]));
      } else if (!pattern[i].equals(parts[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static Map<String, String> query(ApiRoute route, URI uri) {
    Map<String, String> values = new HashMap<>();
    String query = uri.getRawQuery();
    if (query == null || query.isEmpty()) {
      return values;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      if (route.query().stream().noneMatch(known -> known.name().equals(name))) {
        throw ApiException.badRequest(
            "unknown-parameter", "this path knows no such query parameter", "see /openapi.json");
      }
      values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return values;
  }

  private static String decode(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest(
          "bad-escape", "a percent sign in the address is not followed by two digits", "");
    }
  }
}
