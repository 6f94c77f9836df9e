package org.lagroups.node.control.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ControlPoint;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.state.HomeFolder;
import tools.jackson.core.JacksonException;

/**
 * Speaks to a running node: the one at a home folder, or one that answers at a URL. Plain {@link
 * HttpURLConnection}, since commands are short-lived and it starts up fastest.
 */
public final class ControlClient {

  private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

  /** Longer than any operation of the API may take; the node itself answers in time. */
  private static final int READ_TIMEOUT_MILLIS = 10 * 60 * 1_000;

  private final String base;
  private final String token;
  private final Whereabouts node;
  private final int readTimeoutMillis;
  private final Answers answers;

  private ControlClient(String base, String token, Whereabouts node) {
    this(base, token, node, READ_TIMEOUT_MILLIS);
  }

  private ControlClient(String base, String token, Whereabouts node, int readTimeoutMillis) {
    this.base = base;
    this.token = token;
    this.node = node;
    this.readTimeoutMillis = readTimeoutMillis;
    this.answers = new Answers("is the node of another version? " + node.restart());
  }

  /**
   * A client for the node at {@code home}.
   *
   * @throws ControlException if no node runs there, or its token may not be read
   */
  public static ControlClient of(HomeFolder home) {
    try {
      ControlPoint point = point(Files.readAllBytes(home.controlFile()));
      String token = Files.readString(home.controlToken(), StandardCharsets.US_ASCII).strip();
      String base = "http://127.0.0.1:" + point.port();
      return new ControlClient(base, token, Whereabouts.of(home));
    } catch (NoSuchFileException e) {
      throw notRunning(Whereabouts.of(home), e);
    } catch (IOException | JacksonException e) {
      throw new ControlException(
          "unreadable",
          "cannot read where the node is: " + e.getMessage(),
          "are you the user who runs the node at " + home.state() + "?",
          e);
    }
  }

  /**
   * A client for the node at a URL of this machine, which may be the near end of a tunnel.
   *
   * @param base such as {@code http://127.0.0.1:4711}
   * @param token the content of the node's {@code control-token}
   * @throws ControlException if the URL is none of this machine: a node answers no other, and the
   *     token must not travel in the clear
   */
  public static ControlClient at(URI base, String token) {
    String host = String.valueOf(base.getHost());
    boolean loopback = host.equals("127.0.0.1") || host.equals("localhost");
    boolean bare = String.valueOf(base.getPath()).isEmpty() || "/".equals(base.getPath());
    if (!"http".equals(base.getScheme()) || !loopback || !bare || base.getPort() <= 0) {
      throw new ControlException(
          "wrong-url",
          "a node is steered at http://127.0.0.1:PORT, not at " + base,
          "for a node on another machine open a tunnel with the same port at both ends: ssh -L"
              + " PORT:127.0.0.1:PORT MACHINE");
    }
    if (!token.strip().matches("[!-~]{1,512}")) {
      throw new ControlException(
          "wrong-token", "that is no token", "it is the content of control-token in its home");
    }
    String plain = "http://" + host + ":" + base.getPort();
    return new ControlClient(plain, token.strip(), Whereabouts.of(plain));
  }

  /**
   * The same client with less patience: an answer of which nothing comes for so long is lost.
   *
   * @param patience from a millisecond to ten minutes
   */
  public ControlClient within(Duration patience) {
    int millis = Math.clamp(patience.toMillis(), 1, READ_TIMEOUT_MILLIS);
    return new ControlClient(base, token, node, millis);
  }

  /** Reads. */
  public <T> T get(String path, Class<T> answer) {
    return request("GET", path, null, answer);
  }

  /** Does something; {@code body} is a record, or null where none is asked for. */
  public <T> T post(String path, @Nullable Object body, Class<T> answer) {
    return request("POST", path, body, answer);
  }

  /** Puts a value in place of another. */
  public <T> T put(String path, Object body, Class<T> answer) {
    return request("PUT", path, body, answer);
  }

  /** Takes something away. */
  public <T> T delete(String path, Class<T> answer) {
    return request("DELETE", path, null, answer);
  }

  /** An answer that is not JSON, such as the one of {@code /metrics}. */
  public String getText(String path) {
    return new String(exchange("GET", path, null), StandardCharsets.UTF_8);
  }

  /**
   * Listens to what changes from now on, or since an event heard before.
   *
   * @param afterId the last event heard, or null
   */
  public EventStream events(@Nullable String afterId) {
    try {
      HttpURLConnection connection = open("GET", "/v1/events");
      connection.setRequestProperty("Accept", "text/event-stream");
      if (afterId != null) {
        connection.setRequestProperty("Last-Event-ID", afterId);
      }
      connection.setReadTimeout(EventStream.SILENCE_MILLIS);
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw refusal(connection);
      }
      return new EventStream(connection);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** A part of a path or query, with what has a meaning there escaped. */
  public static String escape(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What a running node says of itself in its home folder. */
  static ControlPoint point(byte[] json) {
    return Json.read(json, ControlPoint.class);
  }

  private <T> T request(String method, String path, @Nullable Object body, Class<T> answer) {
    return answers.read(exchange(method, path, body), answer);
  }

  private byte[] exchange(String method, String path, @Nullable Object body) {
    try {
      HttpURLConnection connection = open(method, path);
      if (body != null) {
        send(connection, Json.writeBytes(body));
      }
      if (connection.getResponseCode() / 100 != 2) {
        throw refusal(connection);
      }
      try (InputStream in = connection.getInputStream()) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private HttpURLConnection open(String method, String path) throws IOException {
    URI uri = URI.create(base + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
    connection.setReadTimeout(readTimeoutMillis);
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }

  private static void send(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    // With a fixed length the request is never sent a second time behind our back.
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
  }

  private ControlException refusal(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    InputStream stream = connection.getErrorStream();
    if (stream == null) {
      return answers.refusal(status, new byte[0]);
    }
    try (stream) {
      return answers.refusal(status, stream.readAllBytes());
    }
  }

  private ControlException unreachable(IOException e) {
    if (e instanceof ConnectException) {
      return notRunning(node, e);
    }
    return new ControlException(
        ControlException.DISCONNECTED,
        "lost the connection with the node: " + e.getMessage(),
        node.look(),
        e);
  }

  private static ControlException notRunning(Whereabouts node, Exception cause) {
    return new ControlException(ControlException.NOT_RUNNING, node.absent(), node.start(), cause);
  }
}
