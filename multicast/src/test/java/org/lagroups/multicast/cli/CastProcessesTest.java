package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands as people type them, each in a process of its own with its own node. */
@Tag("network")
class CastProcessesTest {

  private static final boolean IS_FULL = Boolean.getBoolean("lag.full");
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int BEFORE_THE_KILL = 200;
  private static final int FILE_BYTES = 8_000_007;

  @AutoClose private final CastProcesses processes;

  CastProcessesTest(@TempDir Path folder) {
    processes = new CastProcesses(folder);
  }

  /** At length, more of them, one that comes late, and one that comes too late. */
  @Test
  void aFileGetsToReceiversOfWhichOneIsKilledAndStartedAgain() throws Exception {
    Path file = file(FILE_BYTES);
    CastProcess sender = start("sender", "send", "--input", file.toString());
    String link = sender.line().path("link").asString();
    List<CastProcess> receivers = new ArrayList<>();
    CastProcess victim = receive("victim", link);
    for (String name : others()) {
      receivers.add(receive(name, link));
    }
    awaitChunks("victim", BEFORE_THE_KILL);
    victim.kill();
    CastProcess again = receive("victim", link);
    receivers.add(again);
    for (CastProcess receiver : receivers) {
      JsonNode last = receiver.line();
      assertThat(last.path("phase").asString()).isEqualTo("done");
      assertThat(receiver.code()).as(receiver.said()).isZero();
      if (receiver == again) {
        assertThat(last.path("counters").path("pktRecv").asLong())
            .as("it went on with what was there")
            .isLessThan(FILE_BYTES / CHUNK_BYTES - BEFORE_THE_KILL / 2);
      }
    }
    assertThat(output("victim")).hasSameBinaryContentAs(file);
    for (String name : others()) {
      assertThat(output(name)).hasSameBinaryContentAs(file);
    }
    assertThat(sender.isAlive()).as("it goes on for who is still to come").isTrue();
    if (IS_FULL) {
      whoComesLateGetsItAndWhoComesTooLateIsTold(sender, link, file);
    }
  }

  private void whoComesLateGetsItAndWhoComesTooLateIsTold(
      CastProcess sender, String link, Path file) throws Exception {
    CastProcess late = receive("late", link);
    assertThat(late.code()).as(late.said()).isZero();
    assertThat(output("late")).hasSameBinaryContentAs(file);
    sender.interrupt();
    start("sender", "send", "--input", file.toString()).line();
    CastProcess tooLate = receive("tooLate", link);
    assertThat(tooLate.code()).isEqualTo(1);
    assertThat(tooLate.said()).contains("no longer");
  }

  @Test
  void topPrintsAnObjectEachTimeUntilItIsInterrupted() throws Exception {
    CastProcess sender = start("sender", "send", "--input", file(1_000_000).toString());
    sender.line();
    CastProcess top = start("sender", "top", "--every", "100");
    for (int i = 0; i < 3; i++) {
      assertThat(top.line().path("places").path(0).path("level").asInt(-1)).isZero();
    }
    assertThat(top.interrupt()).isEqualTo(CastProcesses.SIGTERM_CODE);
    assertThat(sender.isAlive()).isTrue();
    assertThat(sender.interrupt()).isEqualTo(CastProcesses.SIGTERM_CODE);
    assertThat(sender.said())
        .contains("Ended: ", "to nobody yet")
        .doesNotContain("Exception", "lag: ");
  }

  private static List<String> others() {
    return IS_FULL ? List.of("one", "two") : List.of("one");
  }

  private CastProcess start(String name, String... arguments) throws IOException {
    return processes.start(name, arguments);
  }

  private CastProcess receive(String name, String link) throws IOException {
    return processes.receive(name, link);
  }

  private Path output(String name) {
    return processes.output(name);
  }

  private Path file(int bytes) throws IOException {
    return processes.file(bytes);
  }

  /** Waits until so many chunks are on the disk. */
  private void awaitChunks(String name, int chunks) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      try (var files = Files.list(processes.home(name))) {
        for (Path map : files.filter(path -> path.toString().endsWith("lagpart-map")).toList()) {
          if (Files.size(map) >= 4L * chunks) {
            return;
          }
        }
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    throw new AssertionError("no %d chunks came to %s in time".formatted(chunks, name));
  }
}
