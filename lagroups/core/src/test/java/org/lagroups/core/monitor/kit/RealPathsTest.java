package org.lagroups.core.monitor.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.ask.QuestionSettings;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.net.Latency;
import org.lagroups.simnet.seed.Seeds;

/**
 * What the tests of latency and floods say where nothing is wrong: a group whose round trips are
 * those of PlanetLab nodes. It takes the measurements of {@code ../shared/data/net}.
 */
final class RealPathsTest {

  private static final String DATA = "shared/data/net/PlanetLabData_1";
  private static final int NODES = 8;
  private static final Duration TIME =
      Boolean.getBoolean("lag.full") ? Duration.ofHours(4) : Duration.ofMinutes(10);
  private static final BatteryPlan WITH_LATENCY =
      BatteryPlan.allOf(EnumSet.of(TestKind.HEARTBEAT, TestKind.FLOOD, TestKind.LATENCY));

  @Test
  void noMemberFailsOnPathsAsTheyAre() {
    double[][] roundTrips = roundTrips();
    Seeds.forEach(
        1,
        50,
        seed -> {
          KitGroup group = run(seed, roundTrips, Conditions.INTERNET);
          assertThat(group.lost()).isEmpty();
        });
  }

  /**
   * Why the test of latency is not in the battery of a group that has not asked for it: where round
   * trips vary by a tenth of a second, members fail that only have a bad line.
   */
  @Test
  void nobodyFailsByTheStandardBatteryOnRoughPaths() {
    double[][] roundTrips = roundTrips();
    Seeds.forEach(
        1,
        50,
        seed -> {
          Conditions rough = Conditions.INTERNET.withLoss(0.02).withJitterMillis(50);
          KitGroup group = run(seed, roundTrips, rough);
          System.out.printf(
              "%d pairs on rough paths for %s: %d times too slow%n",
              NODES * (NODES - 1), TIME, group.withdrawn(ReasonCode.TOO_SLOW));
          assertThat(group.withdrawn(ReasonCode.FLOODING)).isZero();
          assertThat(group.withdrawn(ReasonCode.UNREACHABLE)).isZero();
        });
  }

  private static KitGroup run(long seed, double[][] roundTrips, Conditions conditions) {
    Simulation sim = new Simulation(seed);
    sim.network().latency(Latency.matrixMillis(sample(roundTrips, sim.random("sample"))));
    sim.network().conditions(conditions);
    KitSettings settings = KitSettings.DEFAULT.withStandard(WITH_LATENCY);
    KitGroup group =
        new KitGroup(
            sim,
            NODES,
            GroupSettings.DEFAULT,
            (host, identity) ->
                new KitNode(
                    host,
                    identity,
                    settings,
                    QuestionSettings.NONE,
                    (question, done) -> done.accept(Optional.empty())));
    sim.runFor(TIME);
    return group;
  }

  /** One-way latencies of some nodes, half of their round trips each way. */
  private static double[][] sample(double[][] roundTrips, RandomGenerator random) {
    int[] chosen = IntStream.range(0, NODES).map(i -> random.nextInt(roundTrips.length)).toArray();
    return Arrays.stream(chosen)
        .mapToObj(from ->
            Arrays.stream(chosen)
                .mapToDouble(to -> from == to ? 0.1 : roundTrips[from][to] / 2)
                .toArray())
        .toArray(double[][]::new);
  }

  private static double[][] roundTrips() {
    Optional<Path> found = find();
    assumeThat(found).as("no measurements here: " + DATA + " is missing").isPresent();
    try {
      return Files.readAllLines(found.get()).stream()
          .map(line ->
              Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> find() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path data = folder.resolve(DATA);
      if (Files.exists(data)) {
        return Optional.of(data);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
