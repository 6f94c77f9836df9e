package org.lagroups.scenarios.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanOutcome.Plan;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.node.cli.CommandFailedException;

final class PlanBenchmarkTest {

  @TempDir private Path folder = Path.of(".");

  @Test
  void singleTreesAreAsWideAsTheirNarrowestLink() {
    Capacities<String> group =
        Capacities.from("s")
            .linksOnly()
            .node("a")
            .node("b")
            .link("s", "a", 9)
            .link("s", "b", 2)
            .link("a", "b", 5)
            .build();
    assertThat(SingleTrees.star(group)).isEqualTo(2);
    assertThat(SingleTrees.widest(group)).isEqualTo(5);
  }

  @Test
  void planIsBetweenTheBestSingleTreeAndTheBound() {
    Capacities<String> group = CloudCapacities.madeUp(3).group(10, 4);
    Plan<String> plan = (Plan<String>) new RelayPlanner<String>().plan(group);
    assertThat(
            List.of(SingleTrees.star(group), SingleTrees.widest(group), plan.rate(), plan.bound()))
        .isSorted();
  }

  @Test
  void readsThroughputInMegabits() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("table.csv"),
            """
            src_region,src_tier,dst_region,dst_tier,throughput_sent_bps,throughput_received_bps
            x,PREMIUM,y,PREMIUM,5000000,4000000
            y,PREMIUM,x,PREMIUM,5000000,4000000
            """);
    Capacities<String> group = CloudCapacities.load(file, 1, line -> {}).group(2, 1);
    assertThat(group.link(group.source(), group.receivers().getFirst())).isEqualTo(5);
  }

  @Test
  void namesTheLineWithoutThroughput() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("table.csv"),
            """
            src_region,src_tier,dst_region,dst_tier,throughput_sent_bps,throughput_received_bps
            x,PREMIUM,y,PREMIUM,fast,4000000
            """);
    assertThatThrownBy(() -> CloudCapacities.load(file, 1, line -> {}))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("line 2");
  }
}
