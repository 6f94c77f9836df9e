package org.lagroups.node.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the control API, with what its description in {@code /openapi.json} says.
 *
 * @param path such as {@code /v1/groups/{group}}; a part in braces is a parameter
 * @param summary one line for people
 * @param query the parameters that may follow a question mark; others are refused
 * @param requestType the record that the body is read into, or null for no body
 * @param responseType the record that is answered
 * @param handler does it
 */
public record ApiRoute(
    Method method,
    String path,
    String summary,
    List<QueryParameter> query,
    @Nullable Class<?> requestType,
    Class<?> responseType,
    Handler handler) {

  /** The HTTP methods in use. */
  public enum Method {
    /** Reads. */
    GET,
    /** Does or makes something. */
    POST,
    /** Puts a value in place of another. */
    PUT,
    /** Takes something away. */
    DELETE;

    /** As OpenAPI writes it. */
    public String lowerCase() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Does what a request without a body asks for. */
  @FunctionalInterface
  public interface Handler {

    /**
     * Answers on a virtual thread; may block.
     *
     * @return an instance of the route's response type
     * @throws ApiException to refuse
     */
    Object handle(ApiRequest request) throws InterruptedException;
  }

  /** Does what a request with a body asks for. */
  @FunctionalInterface
  public interface BodyHandler<Q, R> {

    /** As {@link Handler#handle}. */
    R handle(ApiRequest request, Q body) throws InterruptedException;
  }

  /** A parameter after the question mark. */
  public record QueryParameter(String name, String description) {}

  public ApiRoute {
    query = List.copyOf(query);
  }

  /** Reads something. */
  public static ApiRoute get(String path, String summary, Class<?> response, Handler handler) {
    return new ApiRoute(Method.GET, path, summary, List.of(), null, response, handler);
  }

  /** Takes something away. */
  public static ApiRoute delete(String path, String summary, Class<?> response, Handler handler) {
    return new ApiRoute(Method.DELETE, path, summary, List.of(), null, response, handler);
  }

  /** Does something that needs no body. */
  public static ApiRoute post(String path, String summary, Class<?> response, Handler handler) {
    return new ApiRoute(Method.POST, path, summary, List.of(), null, response, handler);
  }

  /** Does something with a body. */
  public static <Q, R> ApiRoute post(
      String path, String summary, Class<Q> request, Class<R> response, BodyHandler<Q, R> handler) {
    return new ApiRoute(
        Method.POST, path, summary, List.of(), request, response, reading(request, handler));
  }

  /** Puts a value in place of another. */
  public static <Q, R> ApiRoute put(
      String path, String summary, Class<Q> request, Class<R> response, BodyHandler<Q, R> handler) {
    return new ApiRoute(
        Method.PUT, path, summary, List.of(), request, response, reading(request, handler));
  }

  /** The same with a further query parameter. */
  public ApiRoute withQuery(String name, String description) {
    List<QueryParameter> more = new ArrayList<>(query);
    more.add(new QueryParameter(name, description));
    return new ApiRoute(method, path, summary, more, requestType, responseType, handler);
  }

  private static <Q, R> Handler reading(Class<Q> type, BodyHandler<Q, R> handler) {
    return request -> Objects.requireNonNull(handler.handle(request, request.body(type)));
  }
}
