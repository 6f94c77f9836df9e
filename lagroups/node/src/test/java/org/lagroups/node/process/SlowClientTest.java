package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Lag;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.state.HomeFolder;

/**
 * Clients of the control API that begin a request and do not end it. The JDK's server reads its
 * bounds once in the life of a process, so the node is a process of its own, with smaller ones.
 */
@Tag("network")
class SlowClientTest {

  private static final int PLACES = 4;
  private static final int PATIENCE_MILLIS = 30_000;

  @TempDir private Path folder;
  private final List<Socket> clients = new ArrayList<>();
  private @Nullable Process process;
  private int port;

  @BeforeEach
  void start() throws IOException {
    Process node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dsun.net.httpserver.maxReqTime=1",
                "-Djdk.httpserver.maxConnections=" + PLACES,
                "-cp",
                System.getProperty("java.class.path"),
                Lag.class.getName(),
                "--home",
                folder.toString(),
                "run",
                "--listen",
                "127.0.0.1",
                "--json")
            .redirectError(folder.resolve("err").toFile())
            .start();
    process = node;
    String ready = node.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(ready).as("the node starts: %s", folder.resolve("err")).isNotNull();
    port =
        Json.readTree(Files.readAllBytes(HomeFolder.at(folder).controlFile())).path("port").asInt();
  }

  @AfterEach
  void end() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    Objects.requireNonNull(process).destroyForcibly();
  }

  @Test
  void cutsOffWhoDoesNotEndItsRequest() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (String half :
        List.of(
            "",
            "GET /heal",
            "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n",
            request("POST", "/v1/groups", "Content-Length: 100\r\n") + "{")) {
      slow.add(client(half));
    }
    for (Socket one : slow) {
      assertCutOff(one);
    }
  }

  @Test
  void takesNewClientsAfterSlowOnesHadAllPlaces() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      slow.add(client("GET /heal"));
    }
    for (Socket one : slow) {
      assertCutOff(one);
    }
    Socket next = client(request("GET", "/healthz", "Connection: close\r\n"));
    assertThat(new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void doesNotCutOffWhoListensToEvents() throws IOException {
    Socket listener = client(request("GET", "/v1/events", ""));
    InputStream events = listener.getInputStream();
    readUntil(events, ": listening");
    assertCutOff(client("GET /heal")); // So the time of a request has passed; and once more:
    assertCutOff(client("GET /heal"));

    Socket creator = client(request("POST", "/v1/groups", "Content-Length: 2\r\n") + "{}");
    readUntil(creator.getInputStream(), "HTTP/1.1 200");
    readUntil(events, "event: ");
  }

  private Socket client(String begin) throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
    clients.add(client);
    client.setSoTimeout(PATIENCE_MILLIS);
    client.getOutputStream().write(begin.getBytes(StandardCharsets.UTF_8));
    return client;
  }

  private String request(String method, String path, String headers) throws IOException {
    return "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n%s\r\n"
        .formatted(
            method,
            path,
            port,
            Files.readString(HomeFolder.at(folder).controlToken()).strip(),
            headers);
  }

  /** Waits until the node closes the connection; fails once the client has lost its patience. */
  private static void assertCutOff(Socket client) throws IOException {
    try {
      client.getInputStream().readAllBytes();
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  private static void readUntil(InputStream in, String wanted) throws IOException {
    StringBuilder seen = new StringBuilder();
    while (seen.indexOf(wanted) < 0) {
      int next = in.read();
      assertThat(next).as("the stream goes on after: %s", seen).isNotNegative();
      seen.append((char) next);
    }
  }
}
