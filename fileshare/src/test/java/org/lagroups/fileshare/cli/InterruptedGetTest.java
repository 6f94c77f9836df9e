package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.node.cli.Lag;
import tools.jackson.databind.JsonNode;

/** {@code lag share get} as a process of its own that is told to stop by Ctrl-C. */
@Tag("network")
@EnabledOnOs(OS.LINUX) // for env --default-signal
class InterruptedGetTest {

  private static final byte[] PAPER = Vectors.content(300_000);
  private static final int PATIENCE_SECONDS = 60;
  private static final int BY_SIGINT = 130;

  @TempDir private Path folder;
  private @Nullable Process get;

  @AfterEach
  void end() {
    if (get != null) {
      get.destroyForcibly();
    }
  }

  @Test
  void stopsTheDownloadAndSaysHowToGoOn() throws Exception {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Path fetched = Files.createDirectory(folder.resolve("fetched"));
    Files.write(shared.resolve("paper.pdf"), PAPER);
    try (SharingNodes nodes = new SharingNodes(folder)) {
      nodes.start("alice");
      nodes.start("bob");
      nodes.formGroup("alice", "bob");
      nodes.done("alice", "share", "add", shared.toString());
      nodes.done("bob", "share", "search", "paper");
      nodes.stop("alice"); // so that the download waits

      Path errors = folder.resolve("errors");
      Process running = get(errors, fetched);
      SharingNodes.await("it shows its progress", () -> read(errors).contains("waiting for"));
      assertThat(new ProcessBuilder("kill", "-INT", "" + running.pid()).start().waitFor()).isZero();
      assertThat(running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

      assertThat(running.exitValue()).isEqualTo(BY_SIGINT);
      assertThat(afterProgress(read(errors)))
          .startsWith("Stopped at ")
          .contains("the same command", "lag share cancel 1")
          .hasLineCount(1);
      assertThat(onlyDownload(nodes).path("phase").asString()).isEqualTo("paused");

      nodes.start("alice");
      nodes.done("bob", "share", "get", "1", "--output", fetched.toString());
      assertThat(fetched.resolve("paper.pdf")).hasBinaryContent(PAPER);
    }
  }

  /** As at a terminal. A test run in the background may ignore SIGINT, which is inherited. */
  private Process get(Path errors, Path into) throws Exception {
    assumeThat(new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor())
        .as("env can set signals back")
        .isZero();
    get =
        new ProcessBuilder(
                List.of(
                    "env",
                    "--default-signal=INT",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dpicocli.ansi=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Lag.class.getName(),
                    "--home",
                    folder.resolve("bob").toString(),
                    "share",
                    "get",
                    "1",
                    "--output",
                    into.toString()))
            .redirectError(errors.toFile())
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    return get;
  }

  private static JsonNode onlyDownload(SharingNodes nodes) {
    JsonNode downloads = nodes.done("bob", "--json", "share", "downloads").json();
    assertThat(downloads.path("downloads").size()).isEqualTo(1);
    return downloads.path("downloads").get(0);
  }

  /** What is seen below the line that was written over, which has to be blank. */
  private static String afterProgress(String shown) {
    int end = shown.lastIndexOf('\r');
    assertThat(shown.substring(shown.lastIndexOf('\r', end - 1) + 1, end)).isBlank();
    return shown.substring(end + 1);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
