package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Lag;
import org.lagroups.wormguard.capture.live.LiveCapture;
import org.lagroups.wormguard.capture.live.LiveSettings;

/** {@code lag guard learn} as a process of its own that is told to stop by Ctrl-C. */
@Tag("network")
@EnabledOnOs(OS.LINUX) // for env --default-signal
final class InterruptedLearnTest {

  private static final int PATIENCE_SECONDS = 60;
  private static final int BY_SIGINT = 130;

  @TempDir private Path folder = Path.of(".");
  private @Nullable Process learn;

  @AfterEach
  void end() {
    if (learn != null) {
      learn.destroyForcibly();
    }
  }

  @Test
  void tellsWhatItFoundUntilThen() throws Exception {
    LiveCapture.Opening opening = LiveCapture.open(LiveSettings.of("lo"));
    assumeThat(opening)
        .as("interfaces cannot be captured from here")
        .isInstanceOf(LiveCapture.Opening.Opened.class);
    ((LiveCapture.Opening.Opened) opening).capture().close();
    assumeThat(new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor())
        .as("env can set signals back")
        .isZero();

    Path rules = folder.resolve("new.rules");
    Path errors = folder.resolve("errors");
    Process running = start(rules, errors);
    learn = running;
    awaitProgress(errors);
    assertThat(new ProcessBuilder("kill", "-INT", "" + running.pid()).start().waitFor()).isZero();
    assertThat(running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    assertThat(running.exitValue()).isEqualTo(BY_SIGINT);
    assertThat(Files.readString(errors)).contains("Ended early", "signatures learned: 0");
    assertThat(Files.readString(rules)).startsWith("# Learned by");
  }

  private Process start(Path rules, Path errors) throws IOException {
    return new ProcessBuilder(
            List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dpicocli.ansi=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Lag.class.getName(),
                "--home",
                folder.resolve("home").toString(),
                "guard",
                "learn",
                "--interface",
                "lo",
                "--out",
                rules.toString()))
        .redirectError(errors.toFile())
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  /** Sends over the interface until what comes of that is shown. */
  private static void awaitProgress(Path errors) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(PATIENCE_SECONDS));
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      DatagramPacket datagram = new DatagramPacket(new byte[9], 9, socket.getLocalSocketAddress());
      while (!isShown(errors) && Instant.now().isBefore(deadline)) {
        socket.send(datagram);
        Thread.sleep(20);
      }
    }
    assertThat(isShown(errors)).isTrue();
  }

  private static boolean isShown(Path errors) throws IOException {
    return Files.exists(errors) && Files.readString(errors).contains(", 0 signatures");
  }
}
