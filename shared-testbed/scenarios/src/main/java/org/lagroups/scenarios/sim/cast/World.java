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
 */
record World(Latency latency, boolean isMeasured) {

  private static final String BESIDE = "../shared/data/net/PlanetLabData_1";
  private static final int MAX_HOSTS = 1_000;

  /** Sessions last at least so long, and are heavy-tailed beyond: half over 7 minutes. */
  private static final double SHORTEST_SECONDS = 240;

  private static final double TAIL = 1.2;
  private static final double LONGEST_SECONDS = 86_400;
  private static final double LEAST_MEGABITS = 2;
  private static final double MOST_MEGABITS = 40;

  /** With the round trips measured between PlanetLab nodes where they are there. */
  static World load(long seed) {
    Path file = ProjectFolder.resolve(BESIDE);
    if (!Files.isRegularFile(file)) {
      return new World(Latency.randomMillis(5, 120, seed), false);
    }
    try (var lines = Files.lines(file)) {
      List<double[]> rows = lines.limit(MAX_HOSTS).map(World::row).toList();
      if (rows.isEmpty() || rows.stream().anyMatch(row -> row.length != rows.size())) {
        throw new CommandFailedException(file + " is no square matrix", "mend or move that file");
      }
      return new World(Latency.matrixMillis(rows.toArray(double[][]::new)), true);
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot read %s: %s".formatted(file, e.getMessage()), "mend or move that file");
    } catch (NumberFormatException e) {
      throw new CommandFailedException(file + " has what is no number", "mend or move that file");
    }
  }

  /** How long a new receiver stays, in seconds: Pareto. */
  static double lifetimeSeconds(long seed, int node) {
    RandomGenerator random = SeedTree.random(seed, "lifetime " + node);
    double lifetime = SHORTEST_SECONDS / Math.pow(1 - random.nextDouble(), 1 / TAIL);
    return Math.min(lifetime, LONGEST_SECONDS);
  }

  /** What a node can send, in bits per second. */
  static long uplink(long seed, int node) {
    RandomGenerator random = SeedTree.random(seed, "uplink " + node);
    double share = random.nextDouble();
    return (long) (1e6 * LEAST_MEGABITS * Math.pow(MOST_MEGABITS / LEAST_MEGABITS, share));
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
