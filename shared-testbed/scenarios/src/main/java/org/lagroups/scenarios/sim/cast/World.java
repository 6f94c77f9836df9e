package org.lagroups.scenarios.sim.cast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.process.ProjectFolder;
import org.lagroups.simnet.engine.SeedTree;
import org.lagroups.simnet.net.Latency;

/**
 * How far nodes are from each other, what they can send, and how long they stay.
 *
 * @param latency one way, between nodes by number
 * @param isMeasured whether the latencies are measured ones
 * @param sourceUplink what the source can send, in bits per second
 */
record World(Latency latency, boolean isMeasured, long sourceUplink) {

  private static final String BESIDE = "../shared/data/net";
  private static final String ROUND_TRIPS = "PlanetLabData_1";
  private static final int MAX_HOSTS = 1_000;

  /**
   * Sessions of live streams were found to be lognormal (Veloso, Almeida, Meira, Bestavros and Jin,
   * A Hierarchical Characterization of a Live Streaming Media Workload, 2002). The parameters are
   * ours: half are over after 4 minutes, a tenth lasts longer than 27.
   */
  private static final double MEDIAN_SECONDS = 240;

  private static final double SIGMA = 1.5;
  private static final double LEAST_SECONDS = 1;
  private static final double LONGEST_SECONDS = 86_400;
  private static final double BITS_PER_MEGABIT = 1e6;
  private static final double LEAST_MEGABITS = 2;
  private static final double MOST_MEGABITS = 40;

  /** With the round trips measured between PlanetLab nodes where they are there. */
  static World load(CastOptions options, long seed) {
    long uplink = (long) (options.sourceMegabits() * BITS_PER_MEGABIT);
    Path folder = options.net().orElseGet(() -> ProjectFolder.resolve(BESIDE));
    Path file = folder.resolve(ROUND_TRIPS);
    if (Files.isRegularFile(file)) {
      return new World(measured(file), true, uplink);
    }
    if (options.net().isPresent()) {
      throw new CommandFailedException(
          "there is no %s in %s".formatted(ROUND_TRIPS, folder),
          "name the folder that has it by --net");
    }
    return new World(Latency.randomMillis(5, 120, seed), false, uplink);
  }

  /** How long a new receiver stays, in seconds. */
  static double lifetimeSeconds(long seed, int node) {
    RandomGenerator random = SeedTree.random(seed, "lifetime " + node);
    double lifetime = MEDIAN_SECONDS * Math.exp(SIGMA * random.nextGaussian());
    return Math.clamp(lifetime, LEAST_SECONDS, LONGEST_SECONDS);
  }

  /** What a receiver can send, in bits per second. */
  static long uplink(long seed, int node) {
    RandomGenerator random = SeedTree.random(seed, "uplink " + node);
    double share = random.nextDouble();
    return (long)
        (BITS_PER_MEGABIT * LEAST_MEGABITS * Math.pow(MOST_MEGABITS / LEAST_MEGABITS, share));
  }

  private static Latency measured(Path file) {
    try (var lines = Files.lines(file)) {
      List<double[]> rows = lines.limit(MAX_HOSTS).map(World::row).toList();
      if (rows.isEmpty() || rows.stream().anyMatch(row -> row.length != rows.size())) {
        throw new CommandFailedException(file + " is no square matrix", "mend or move that file");
      }
      return Latency.matrixMillis(rows.toArray(double[][]::new));
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot read %s: %s".formatted(file, e.getMessage()), "mend or move that file");
    } catch (NumberFormatException e) {
      throw new CommandFailedException(file + " has what is no number", "mend or move that file");
    }
  }

  /** Round trips in milliseconds become latencies one way. */
  private static double[] row(String line) {
    String[] cells = line.strip().split("\\s+", -1);
    double[] row = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = Math.max(0.1, Double.parseDouble(cells[i]) / 2);
    }
    return row;
  }
}
