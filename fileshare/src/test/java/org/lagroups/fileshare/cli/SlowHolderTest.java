package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.monitor.kit.BatteryPlan;
import org.lagroups.core.monitor.kit.KitSettings;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.core.monitor.link.ThroughputSettings;
import org.lagroups.node.state.config.NodeConfig;
import org.lagroups.node.state.config.TestConfig;
import tools.jackson.databind.JsonNode;

/** A member that delivers a file slower than the one who fetches it expects, at real nodes. */
@Tag("network")
class SlowHolderTest {

  private static final long NO_LINE_IS_SO_FAST = 1_000_000_000_000_000L;
  private static final int FILE_BYTES = 16 << 20;

  @TempDir private Path folder;

  @Test
  void losesItsAttestationAndGetsItBackWhenNothingIsWantedOfItForAWhile() throws IOException {
    Path shared = Files.createDirectories(folder.resolve("shared"));
    Path got = Files.createDirectories(folder.resolve("got"));
    byte[] content = new byte[FILE_BYTES];
    new Random(1).nextBytes(content);
    Files.write(shared.resolve("recording.bin"), content);
    try (SharingNodes nodes = new SharingNodes(folder)) {
      nodes.start("alice");
      nodes.start("bob", SlowHolderTest::expectingMore);
      nodes.formGroup("alice", "bob");
      nodes.done("alice", "share", "add", shared.toString());
      nodes.done("bob", "share", "search", "recording");
      nodes.done("bob", "share", "get", "1", "--output", got.toString());

      // Without his attestation she is out of his view, and the download waits until she is back.
      assertThat(nodes.metrics("bob"))
          .containsPattern("lagroups_test_failed_total\\{test=\"throughput\"} [1-9]")
          .containsPattern("lagroups_battery_failed_total\\{reason=\"too_slow\"} [1-9]");
      assertThat(got.resolve("recording.bin")).hasBinaryContent(content);
      SharingNodes.await("bob gives alice another chance", () -> attestations(nodes) == 2);
    }
  }

  private static int attestations(SharingNodes nodes) {
    JsonNode view = nodes.done("bob", "--json", "group", "show").json();
    return view.path("attestations").size();
  }

  /** Windows of 50 ms, in each of which everybody is too slow. */
  private static NodeConfig expectingMore(NodeConfig config) {
    KitSettings kit = KitSettings.DEFAULT;
    KitSettings strict =
        new KitSettings(
            BatteryPlan.allOf(EnumSet.of(TestKind.HEARTBEAT, TestKind.THROUGHPUT)),
            kit.byGroup(),
            kit.latency(),
            new ThroughputSettings(NO_LINE_IS_SO_FAST, Duration.ofMillis(50)),
            kit.flood(),
            kit.votes());
    return config.withTests(TestConfig.DEFAULT.withKit(strict));
  }
}
