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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Lag;

/** The lines of the guide, run by a shell as they stand there, but for ports and names. */
@Tag("network")
@EnabledIfSystemProperty(named = "lag.full", matches = "true")
class DocumentedLinesTest {

  private static final long LONGEST_SECONDS = 90;

  /** Long enough for whoever comes while it is being sent. */
  private static final int MOVIE_SECONDS = 60;

  @TempDir private Path folder;
  private final List<Process> running = new ArrayList<>();

  @BeforeEach
  void prepare() throws Exception {
    Ffmpeg.assumeInstalled();
    Ffmpeg.make(folder.resolve("movie.ts"), MOVIE_SECONDS);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path lag = folder.resolve("lag");
    Files.writeString(
        lag,
        """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m --enable-native-access=ALL-UNNAMED \\
          -cp '%s' %s --home "$LAG_HOME" "$@"
        """
            .formatted(java, System.getProperty("java.class.path"), Lag.class.getName()));
    Files.setPosixFilePermissions(lag, PosixFilePermissions.fromString("rwx------"));
  }

  @AfterEach
  void end() {
    for (Process process : running) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void aFileIsSentAndReceived() throws Exception {
    Process sender = run("sender", documented("lag cast send --input movie.ts"));
    Process receiver =
        run("receiver", documented("lag cast receive LINK --output movie.ts", link(sender)));
    assertThat(receiver.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(receiver.exitValue()).isZero();
    assertThat(Files.mismatch(at("receiver").resolve("movie.ts"), folder.resolve("movie.ts")))
        .isEqualTo(-1);
  }

  @Test
  void ffmpegsPipeGetsToAPlayer() throws Exception {
    int port = freeTcpPort();
    Process sender =
        run(
            "sender",
            documented("ffmpeg -re -i FILE -c copy -f mpegts - | lag cast send --input -"));
    run(
        "receiver",
        documented("lag cast receive LINK --output http://127.0.0.1:8080/", link(sender))
            .replace("8080", Integer.toString(port)));
    awaitListening(port);
    assertIsVideo("http://127.0.0.1:%d/".formatted(port));
  }

  @Test
  void ffmpegsPipeGetsToAnotherPipe() throws Exception {
    Process sender =
        run(
            "sender",
            documented("ffmpeg -re -i FILE -c copy -f mpegts - | lag cast send --input -"));
    String receive = documented("lag cast receive LINK --output - | ffplay -", link(sender));
    Process receiver =
        run(
            "receiver",
            receive.replace(
                "ffplay -", "ffprobe -v quiet -show_entries stream=codec_name -of json -"));
    byte[] said = receiver.getInputStream().readAllBytes();
    assertThat(Ffmpeg.codecs(said)).containsExactlyInAnyOrder("mpeg2video", "mp2");
  }

  @Test
  void ffmpegsDatagramsGetToAPlayerThatWaitsForDatagrams() throws Exception {
    String in = Integer.toString(freeUdpPort());
    String out = Integer.toString(freeUdpPort());
    String send = documented("lag cast send --input udp://127.0.0.1:1234").replace("1234", in);
    Process sender = run("sender", send);
    String receive =
        documented("lag cast receive LINK --output udp://127.0.0.1:1234", link(sender));
    run("receiver", receive.replace("1234", out));
    String play =
        documented("ffmpeg -re -i FILE -c copy -f mpegts udp://127.0.0.1:1234?pkt_size=1316");
    run("player", play.replace("1234", in));
    assertIsVideo("udp://127.0.0.1:" + out);
  }

  /** From somewhere in the middle on there are a picture and a tone. */
  private static void assertIsVideo(String place) throws Exception {
    assertThat(Ffmpeg.codecs(place)).containsExactlyInAnyOrder("mpeg2video", "mp2");
  }

  /** A line that is in the guide. */
  private String documented(String line) throws IOException {
    Path docs = Path.of("").toAbsolutePath();
    while (!Files.exists(docs.resolve("docs/MULTICAST.md"))) {
      docs = Objects.requireNonNull(docs.getParent(), "within the project");
    }
    assertThat(Files.readAllLines(docs.resolve("docs/MULTICAST.md"))).contains("    " + line);
    return line.replace("FILE", folder.resolve("movie.ts").toString());
  }

  private String documented(String line, String link) throws IOException {
    return documented(line).replace("LINK", link);
  }

  private Process run(String name, String line) throws IOException {
    Path home = Files.createDirectories(at(name));
    Files.writeString(home.resolve("config.toml"), "[network]\nlisten = \"127.0.0.1\"\n");
    if (name.equals("sender")) {
      Files.createSymbolicLink(home.resolve("movie.ts"), folder.resolve("movie.ts"));
    }
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", line).directory(home.toFile());
    shell.environment().merge("PATH", folder.toString(), (old, own) -> own + ":" + old);
    shell.environment().put("LAG_HOME", home.toString());
    shell.redirectError(home.resolve("errors.txt").toFile());
    Process process = shell.start();
    running.add(process);
    return process;
  }

  private Path at(String name) {
    return folder.resolve("at-" + name);
  }

  private static String link(Process sender) throws IOException {
    BufferedReader output = sender.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    assertThat(line).startsWith("lag:cast:");
    return line;
  }

  /** Waits until somebody can connect. */
  private static void awaitListening(int port) throws IOException {
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

  private static int freeTcpPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int freeUdpPort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
