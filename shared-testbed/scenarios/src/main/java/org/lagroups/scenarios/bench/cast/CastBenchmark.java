package org.lagroups.scenarios.bench.cast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Failures;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.netlab.Laboratory;

/**
 * A file that real nodes send to each other over limited uplinks, beside a star, the best single
 * tree and a mesh, and beside the greatest rate that is possible; and what happens when a relay
 * fails. In network namespaces of its own.
 */
public final class CastBenchmark implements Benchmark {

  private final Path folder;
  private final Set<CastScenario> scenarios;
  private final Pace pace;
  private final long seed;

  /** How long what is sent takes at the greatest rate that is possible. */
  record Pace(int seconds, int secondsWithFault, int secondsOfPeers, boolean isQuick) {

    private static final Pace USUAL = new Pace(60, 20, 8, false);
    private static final Pace QUICK = new Pace(10, 12, 4, true);
  }

  /**
   * Not begun yet.
   *
   * @param folder for homes and files
   * @param isQuick with shorter files, of which the start takes too much to compare them with bars
   * @param seed of the mesh and the files
   */
  public CastBenchmark(Path folder, Set<CastScenario> scenarios, boolean isQuick, long seed) {
    this.folder = folder;
    this.scenarios = Set.copyOf(scenarios);
    this.pace = isQuick ? Pace.QUICK : Pace.USUAL;
    this.seed = seed;
  }

  @Override
  public List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    Optional<CommandFailedException> obstacle = Laboratory.obstacle();
    if (obstacle.isPresent()) {
      throw obstacle.get();
    }
    List<Measurement> measured = new ArrayList<>();
    Failures failures = new Failures(progress);
    for (CastScenario scenario : CastScenario.values()) {
      if (scenarios.contains(scenario)) {
        try {
          Path place = folder.resolve(scenario.toString());
          measured.addAll(new ScenarioTrial(scenario, pace, seed).run(place, progress));
        } catch (IllegalStateException e) {
          failures.add(scenario.toString(), String.valueOf(e.getMessage()));
        }
      }
    }
    measured.addAll(failures.rows());
    return measured;
  }
}
