package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.netlab.Laboratories;

@Timeout(300)
final class ObservingGuardTest {

  private static final int LENGTH = 500;
  private static final int LONG = 100_000;
  private static final long PATIENCE_MILLIS = 10_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void tellsOfTheWormAndBlocksNothing() throws InterruptedException, IOException {
    Laboratories.assumePossible();
    Path events = folder.resolve("eve.json");
    // Checksums are not complete where the sender is on the same machine.
    try (GuardedHosts hosts = GuardedHosts.make(folder, GuardedHosts.RULES)) {
      hosts.passage().bridge();
      try (GuardChild guard = hosts.watch("-k", "none", "--eve", events.toString())) {
        for (int version : List.of(4, 6)) {
          for (boolean hasWorm : List.of(false, true)) {
            assertThat(hosts.datagram(version, LENGTH, hasWorm))
                .isEqualTo(hosts.whole(LENGTH, hasWorm));
            assertThat(hosts.send(version, LONG, hasWorm)).isEqualTo("taken");
            assertThat(hosts.stream()).isEqualTo(hosts.whole(LONG, hasWorm));
          }
        }
        assertThat(LocalCluster.await(PATIENCE_MILLIS, () -> lines(events).size() == 4))
            .as("events: %s", lines(events))
            .isTrue();
        assertThat(lines(events)).allMatch(line -> line.contains("\"action\":\"allowed\""));
        assertThat(GuardedHosts.stats(guard).path("dropped").asLong()).isZero();
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
