package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Lag;
import org.lagroups.node.control.json.Json;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.bench.guard.traffic.CaptureFacts;
import org.lagroups.scenarios.bench.guard.traffic.CaptureMaker;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.process.JavaCommand;
import tools.jackson.databind.JsonNode;

/** Ctrl-C in the middle of {@code lag guard scan}. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class ScanInterruptTest {

  private static final int RULES = 100;
  private static final long CAPTURE_BYTES = 20_000_000;

  /** So many times the same capture, which takes much longer than it takes to find something. */
  private static final int TIMES = 400;

  private static final long PATIENCE_MILLIS = 60_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void saysHowFarItCameAndLeavesWholeEvents() throws IOException, InterruptedException {
    MadeRules made = MadeRules.make(1, RULES);
    Path rules = Files.writeString(folder.resolve("made.rules"), made.text());
    Path capture = folder.resolve("made.pcap");
    CaptureFacts facts = CaptureMaker.make(capture, CAPTURE_BYTES, 1, made);
    Path events = folder.resolve("eve.json");
    Process scan = start(rules, capture, events);
    try {
      assertThat(LocalCluster.await(PATIENCE_MILLIS, () -> size(events) > 0)).isTrue();
      assertThat(scan.isAlive()).isTrue();
      kill(scan);
      String printed = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(scan.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(scan.exitValue()).isEqualTo(Interrupts.EXIT_CODE);
      JsonNode told = Json.readTree(printed.getBytes(StandardCharsets.UTF_8));
      assertThat(told.path("isWhole").asBoolean()).isFalse();
      assertThat(told.path("frames").asLong()).isBetween(1L, facts.frames() * TIMES - 1);
      assertThat(told.path("damage").size()).isZero();
      assertThat(told.path("alerts").asLong()).isEqualTo(wholeEvents(events));
    } finally {
      scan.destroyForcibly().waitFor();
    }
  }

  private static Process start(Path rules, Path capture, Path events) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--json",
                "guard",
                "scan",
                "--rules",
                rules.toString(),
                "--eve",
                events.toString()));
    Collections.nCopies(TIMES, "--pcap=" + capture).forEach(arguments::add);
    List<String> command = JavaCommand.of(Lag.class, 512, arguments.toArray(String[]::new));
    return new ProcessBuilder(Interrupts.heeded(command))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** How many there are; each is a line. */
  private static long wholeEvents(Path events) throws IOException {
    assertThat(Files.readString(events)).endsWith("}\n");
    List<String> lines = Files.readAllLines(events);
    for (String line : lines) {
      JsonNode event = Json.readTree(line.getBytes(StandardCharsets.UTF_8));
      assertThat(event.path("event_type").asString()).isEqualTo("alert");
    }
    return lines.size();
  }

  private static void kill(Process process) throws IOException, InterruptedException {
    String number = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", "-INT", number).start().waitFor()).isZero();
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
