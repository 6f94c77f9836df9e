package org.lagroups.scenarios.sim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lagroups.scenarios.adversary.play.AdversaryScenarios;
import org.lagroups.scenarios.sim.cast.CastOptions;
import org.lagroups.scenarios.sim.cast.CastTrees;
import org.lagroups.scenarios.sim.failure.Bootstrap;
import org.lagroups.scenarios.sim.failure.FlipFlop;
import org.lagroups.scenarios.sim.failure.HeavyLoss;
import org.lagroups.scenarios.sim.failure.LonelyLink;
import org.lagroups.scenarios.sim.failure.Partition;
import org.lagroups.scenarios.sim.failure.Scale;
import org.lagroups.scenarios.sim.scenario.Scenario;

/** All scenarios, in the order in which they are listed. */
public final class Scenarios {

  private static final List<Scenario> ALL =
      Stream.concat(
              Stream.of(
                  new LonelyLink(),
                  new HeavyLoss(),
                  new FlipFlop(),
                  new Partition(),
                  new Bootstrap(),
                  new Scale(),
                  new CastTrees(CastOptions.DEFAULT)),
              AdversaryScenarios.all().stream())
          .toList();

  private Scenarios() {}

  /** Every one of them. */
  public static List<Scenario> all() {
    return ALL;
  }

  /** The one with this name. */
  public static Optional<Scenario> named(String name) {
    return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }
}
