package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.node.cli.Lag;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.simnet.seed.Seeds;
import tools.jackson.databind.JsonNode;

/** A node process that is killed at random moments while it takes in a folder. */
@Tag("network")
class KilledWhileSharingTest {

  private static final int KILLS = 4;
  private static final int KILLS_IN_FULL = 50;
  private static final int FILES = 600;

  @TempDir private Path folder;
  private @Nullable Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void losesNothingAcknowledgedAndHasNothingTwice() throws Exception {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    SharingNodes typist = new SharingNodes(folder);
    start(typist);
    typist.done("node", "group", "create");
    write(shared, 0);
    typist.done("node", "share", "add", "--detach", shared.toString());
    Random random = new Random(Seeds.one());
    int kills = Seeds.isFull() ? KILLS_IN_FULL : KILLS;
    for (int i = 1; i <= kills; i++) {
      kill(random.nextInt(700));
      write(shared, i);
      start(typist);
      assertThat(typist.done("node", "--json", "share", "list").json().path("folders").size())
          .as("the share is there after kill %d", i)
          .isEqualTo(1);
    }
    typist.done("node", "share", "rescan");
    JsonNode view = typist.done("node", "--json", "share", "list").json().path("folders").get(0);
    assertThat(view.path("files").asInt()).isEqualTo(FILES + kills);
    assertThat(view.path("problemCount").asInt()).isZero();
    assertThat(metric("lagroups_share_records")).isEqualTo(FILES + kills);
  }

  private void kill(int afterMillis) throws InterruptedException {
    Process running = Objects.requireNonNull(process);
    assertThat(running.waitFor(afterMillis, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
    running.destroyForcibly().waitFor();
  }

  private void start(SharingNodes typist) throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Lag.class.getName(),
                    "--home",
                    folder.resolve("node").toString(),
                    "run"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("node.log").toFile())
            .start();
    SharingNodes.await(
        "the node answers", () -> typist.lag("node", "--json", "share", "list").code() == 0);
  }

  private double metric(String name) {
    return ControlClient.of(HomeFolder.at(folder.resolve("node")))
        .getText("/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** At first many files, then one more each time; all with different content. */
  private static void write(Path shared, int round) throws IOException {
    int first = round == 0 ? 0 : FILES + round - 1;
    int count = round == 0 ? FILES : 1;
    for (int i = first; i < first + count; i++) {
      Files.write(shared.resolve("file%04d.txt".formatted(i)), Vectors.content(20_000 + i));
    }
  }
}
