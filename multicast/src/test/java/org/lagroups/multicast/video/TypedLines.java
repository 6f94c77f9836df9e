package org.lagroups.multicast.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lagroups.node.cli.Lag;

/** Lines of the guide, each run by a shell at a home of its own, until {@link #close}. */
final class TypedLines implements AutoCloseable {

  static final long LONGEST_SECONDS = 90;

  private final Path folder;
  private final Path movie;
  private final List<Process> running = new ArrayList<>();

  /**
   * With {@code lag} as a command.
   *
   * @param folder for homes
   * @param movie what the guide calls FILE, and a sender movie.ts
   */
  TypedLines(Path folder, Path movie) throws IOException {
    this.folder = folder;
    this.movie = movie;
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    addCommand(
        "lag",
        """
        exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m --enable-native-access=ALL-UNNAMED \\
          -cp '%s' %s --home "$LAG_HOME" "$@"
        """
            .formatted(java, System.getProperty("java.class.path"), Lag.class.getName()));
  }

  /** A command that lines find before any other of that name. */
  void addCommand(String name, String script) throws IOException {
    Path command = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A line that is in the guide. */
  String documented(String line) throws IOException {
    Path docs = Path.of("").toAbsolutePath();
    while (!Files.exists(docs.resolve("docs/MULTICAST.md"))) {
      docs = Objects.requireNonNull(docs.getParent(), "within the project");
    }
    assertThat(Files.readAllLines(docs.resolve("docs/MULTICAST.md"))).contains("    " + line);
    return line.replace("FILE", movie.toString());
  }

  /** The same, with the link that a sender has printed. */
  String documented(String line, Process sender) throws IOException {
    return documented(line).replace("LINK", link(sender));
  }

  Process run(String name, String line) throws IOException {
    Path home = Files.createDirectories(at(name));
    Files.writeString(home.resolve("config.toml"), "[network]\nlisten = \"127.0.0.1\"\n");
    if (name.equals("sender")) {
      Files.createSymbolicLink(home.resolve("movie.ts"), movie);
    }
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", line).directory(home.toFile());
    shell.environment().merge("PATH", folder.toString(), (old, own) -> own + ":" + old);
    shell.environment().put("LAG_HOME", home.toString());
    shell.redirectError(home.resolve("errors.txt").toFile());
    Process process = shell.start();
    running.add(process);
    return process;
  }

  /** The home of somebody. */
  Path at(String name) {
    return folder.resolve("at-" + name);
  }

  /** Waits until somebody can connect. */
  static void awaitListening(int port) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (ConnectException e) {
        assertThat(System.nanoTime()).as("somebody listens in time").isLessThan(deadline);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  static int freeTcpPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static int freeUdpPort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Kills what still runs. */
  @Override
  public void close() {
    for (Process process : running) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String link(Process sender) throws IOException {
    BufferedReader output = sender.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    assertThat(line).startsWith("lag:cast:");
    return line;
  }
}
