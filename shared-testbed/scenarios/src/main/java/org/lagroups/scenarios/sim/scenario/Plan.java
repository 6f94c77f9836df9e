package org.lagroups.scenarios.sim.scenario;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.lagroups.simnet.engine.SeedTree;

/**
 * One run of a scenario: everything that decides its outcome.
 *
 * @param nodes within the scenario's {@link Size}
 * @param seed 0 or more
 */
public record Plan(Scenario scenario, int nodes, long seed) {

  public Plan {
    if (!scenario.size().allows(nodes)) {
      throw new IllegalArgumentException(
          "%s takes %d to %d nodes, not %d"
              .formatted(scenario.name(), scenario.size().least(), scenario.size().most(), nodes));
    }
  }

  /** How many islands there are. */
  public int islands() {
    return Math.max(1, nodes / scenario.size().perIsland());
  }

  /**
   * The number of an island's first node, among all; {@code island} may be the number of islands.
   */
  public int firstNodeOf(int island) {
    return (int) ((long) nodes * island / islands());
  }

  /** What decides all that is random on an island. */
  public long seedOf(int island) {
    return SeedTree.derive(seed, "island " + island);
  }

  /** So many of all nodes, chosen by the seed: the same for each call with the same purpose. */
  public BitSet chosen(int count, String purpose) {
    RandomGenerator random = SeedTree.random(seed, "chosen: " + purpose);
    BitSet chosen = new BitSet(nodes);
    for (int last = nodes - count; last < nodes; last++) {
      int candidate = random.nextInt(last + 1);
      chosen.set(chosen.get(candidate) ? last : candidate);
    }
    return chosen;
  }

  /** The one command that repeats the run. */
  public String replay() {
    return "./lag sim %s --nodes %d --seed %d%s"
        .formatted(scenario.name(), nodes, seed, scenario.arguments());
  }

  /** The one command that repeats what happened on one island. */
  public String replay(int island) {
    return replay() + " --island " + island;
  }
}
