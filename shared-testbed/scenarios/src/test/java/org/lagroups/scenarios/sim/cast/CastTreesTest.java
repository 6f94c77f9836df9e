package org.lagroups.scenarios.sim.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.sim.scenario.InvariantTally;
import org.lagroups.scenarios.sim.scenario.Islands;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Plan;
import org.lagroups.scenarios.sim.scenario.Samples;
import org.lagroups.simnet.seed.Seeds;

/** With few receivers; {@code lag sim cast} has a thousand. */
final class CastTreesTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void placesReceiversThatComeAndGoAndTellsOfBothTrees() throws Exception {
    Files.writeString(folder.resolve("PlanetLabData_1"), "0 20 90\n20 0 50\n90 50 0\n");
    Plan plan = plan(new CastOptions(Optional.of(folder), 40));
    Ledger ledger = new Islands(plan, 1, done -> {}).playAll();
    assertThat(ledger.invariants())
        .as(plan.replay())
        .extracting(InvariantTally::violations)
        .containsOnly(0L);
    List<String> figures = ledger.samples().stream().map(Samples::name).toList();
    assertThat(figures)
        .contains(
            "by merit: depth",
            "by merit: rate",
            "by merit: without a way to the source",
            "by merit: wait for a first place",
            "by merit: uptime at level 1",
            "by merit: interruptions per node and hour",
            "by arrival: interruptions per node and hour",
            "interruptions by merit / by arrival");
    assertThat(figures.stream().filter(name -> name.startsWith("by merit: uptime")))
        .as("from the source down")
        .isSorted();
    assertThat(median(ledger, "latencies are measured (1) or made up (0)")).isEqualTo(1);
    assertThat(median(ledger, "by merit: rate"))
        .isBetween(0.0, median(ledger, "by merit: bound of the rate"));
  }

  @Test
  void aFolderWithoutLatenciesIsRefused() {
    Islands islands = new Islands(plan(new CastOptions(Optional.of(folder), 40)), 1, done -> {});
    assertThatThrownBy(islands::playAll)
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("there is no PlanetLabData_1 in " + folder);
  }

  @Test
  void theReplayNamesWhatIsNotUsual() {
    assertThat(plan(CastOptions.DEFAULT).replay()).doesNotContain("--net", "--uplink");
    assertThat(plan(new CastOptions(Optional.of(folder), 12.5)).replay())
        .endsWith(" --net " + folder + " --uplink 12.5");
  }

  private static Plan plan(CastOptions options) {
    return new Plan(new CastTrees(options), 20, Seeds.one());
  }

  private static double median(Ledger ledger, String figure) {
    return ledger.samples().stream()
        .filter(samples -> samples.name().equals(figure))
        .mapToDouble(Samples::median)
        .findFirst()
        .orElseThrow();
  }
}
