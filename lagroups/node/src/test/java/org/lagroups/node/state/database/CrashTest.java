package org.lagroups.node.state.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.state.Sql;
import org.lagroups.simnet.seed.Seeds;

class CrashTest {

  private static final int KILLS = Seeds.isFull() ? 50 : 3;

  @TempDir private Path folder;

  @Test
  void losesNothingThatWasConfirmedBeforeAKill() throws IOException, InterruptedException {
    Path file = folder.resolve("state.db");
    int next = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int confirmed = writeUntilKilled(file, next, 40 + 23 * kill);
      DatabaseFile.Opened opened =
          DatabaseFile.open(file, List.of(CrashingWriter.SCHEMA), Instant.now());
      try (Database database = opened.database()) {
        List<Integer> found =
            database
                .read(c ->
                    Sql.query(
                        c, "SELECT value FROM test_number ORDER BY value", row -> row.getInt(1)))
                .join();
        assertThat(opened.warning()).isEmpty();
        assertThat(found.getLast()).isBetween(confirmed, confirmed + 1);
        assertThat(found).hasSize(found.getLast() + 1);
        next = found.getLast() + 1;
      }
    }
  }

  /** Answers the last number that the writer said was on disk. */
  private static int writeUntilKilled(Path file, int first, int lines)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName(),
                file.toString(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = first - 1;
    try (BufferedReader out = process.inputReader()) {
      for (int i = 0; i < lines; i++) {
        last = Integer.parseInt(out.readLine());
      }
      process.toHandle().destroyForcibly(); // unlike the process's own, it leaves its output open
      process.waitFor();
      for (String rest = out.readLine(); rest != null; rest = out.readLine()) {
        last = Integer.parseInt(rest);
      }
    } finally {
      process.destroyForcibly();
    }
    return last;
  }
}
