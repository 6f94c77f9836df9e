package org.lagroups.node.control.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.ErrorBody;
import org.lagroups.node.control.api.Health;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.state.StateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the control API on the loopback interface. */
public final class ControlServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final int BACKLOG = 64;
  private static final int GRACE_SECONDS = 1;
  private static final int NO_BODY = -1;

  /**
   * What the JDK's server reads once, when it is loaded; whoever starts the program may say
   * otherwise by {@code -D}.
   *
   * <p>A request has to be there within {@code maxReqTime} seconds, body and all, or its connection
   * is closed, so that nobody holds a place by half a request. How long an answer may take ({@code
   * maxRspTime}) stays unbounded: an event stream never ends.
   */
  private static final Map<String, String> HTTP_SETTINGS =
      Map.of(
          "sun.net.httpserver.nodelay", "true", // short answers come 40 ms sooner
          "sun.net.httpserver.maxReqTime", "30",
          "sun.net.httpserver.maxReqHeaders", "64",
          "jdk.httpserver.maxConnections", "256");

  static {
    HTTP_SETTINGS.forEach((name, value) -> {
      if (System.getProperty(name) == null) {
        System.setProperty(name, value);
      }
    });
  }

  private final HttpServer server;
  private final Guard guard;
  private final RouteTable routes;
  private final EventLog events;
  private final Builtin builtin;
  private final byte[] openApi;

  private ControlServer(
      HttpServer server, String token, List<ApiRoute> routes, EventLog events, Builtin builtin) {
    this.server = server;
    this.guard = new Guard(token, server.getAddress().getPort());
    this.routes = new RouteTable(routes);
    this.events = events;
    this.builtin = builtin;
    this.openApi = Json.writeBytes(OpenApi.describe(routes));
  }

  /**
   * What the server answers without a route.
   *
   * @param health for {@code /healthz}
   * @param metrics for {@code /metrics}, in the Prometheus text format
   */
  public record Builtin(Supplier<Health> health, Supplier<String> metrics) {}

  /**
   * Starts to serve.
   *
   * @param port on the loopback interface; 0 takes any free one
   * @param token what clients have to show
   * @throws StateException if the port is taken
   */
  public static ControlServer start(
      int port, String token, List<ApiRoute> routes, EventLog events, Builtin builtin) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      HttpServer http = HttpServer.create(address, BACKLOG);
      ControlServer server = new ControlServer(http, token, routes, events, builtin);
      http.createContext("/", server::handle);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.start();
      return server;
    } catch (BindException e) {
      throw new StateException(
          StateException.Kind.IN_USE,
          "port " + port + " for the control API is in use by another program",
          "set control.port in the settings to a free one, or to 0 for any",
          e);
    } catch (IOException e) {
      throw new StateException(
          StateException.Kind.IO, "cannot serve the control API: " + e.getMessage(), "", e);
    }
  }

  /** The port in use. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    events.close();
    server.stop(GRACE_SECONDS);
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      answer(exchange);
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("a client of the control API went away");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // cut off, or the node stops
    }
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    try {
      guard.requireOurHost(exchange);
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/healthz")) {
        Health health = builtin.health.get();
        sendJson(exchange, health.problems().isEmpty() ? 200 : 503, Json.writeBytes(health));
        return;
      }
      guard.requireToken(exchange);
      switch (path) {
        case "/metrics" -> sendMetrics(exchange);
        case "/openapi.json" -> sendJson(exchange, 200, openApi);
        case "/v1/events" -> new EventStreamHandler(events).serve(exchange);
        default -> sendJson(exchange, 200, call(exchange));
      }
    } catch (ApiException e) {
      sendError(exchange, e);
    } catch (RuntimeException e) {
      LOG.atError()
          .setCause(e)
          .addKeyValue("path", exchange.getRequestURI().getPath())
          .log("a fault in this program: a request to the control API failed");
      sendError(
          exchange,
          new ApiException(
              500, "internal", "a fault in the node: " + e, "the node's log says more"));
    }
  }

  private byte[] call(HttpExchange exchange) throws InterruptedException {
    RouteTable.Match match = routes.find(exchange.getRequestMethod(), exchange.getRequestURI());
    Object answer;
    try {
      answer = match.route().handler().handle(HttpRequest.of(exchange, match));
    } catch (RuntimeException e) {
      throw Refusals.of(e);
    }
    return Json.writeBytes(answer);
  }

  private void sendMetrics(HttpExchange exchange) throws IOException {
    byte[] text = builtin.metrics.get().getBytes(StandardCharsets.UTF_8);
    send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", text);
  }

  private static void sendError(HttpExchange exchange, ApiException e) throws IOException {
    ErrorBody body = new ErrorBody(e.code(), String.valueOf(e.getMessage()), e.hint(), e.field());
    if (e.status() == 401) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
    }
    sendJson(exchange, e.status(), Json.writeBytes(body));
  }

  private static void sendJson(HttpExchange exchange, int status, byte[] json) throws IOException {
    send(exchange, status, "application/json", json);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    boolean bodyless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(status, bodyless ? NO_BODY : body.length);
    if (!bodyless) {
      exchange.getResponseBody().write(body);
    }
  }
}
