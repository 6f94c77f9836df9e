package org.lagroups.scenarios.sim.failure;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.scenarios.sim.world.Stability;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;

/**
 * The network falls in two parts of a size that the seed decides, for longer than attestations are
 * valid, and is whole again.
 */
public final class Partition implements Scenario {

  private static final Duration FORMING = Duration.ofMinutes(1);
  private static final Duration SETTLING = Duration.ofMinutes(1);
  private static final Duration APART = Duration.ofMinutes(4);
  private static final Duration TOGETHER = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "partition";
  }

  @Override
  public String summary() {
    return "groups of 20 fall in two and heal: both sides go on, and merge";
  }

  @Override
  public Size size() {
    return new Size(20, 400, 20_000, 20);
  }

  @Override
  public void play(Island island) {
    Simulation sim = island.simulation();
    sim.network().conditions(Conditions.INTERNET);
    MemberGroup group = new MemberGroup(island, GroupSettings.DEFAULT);
    int border = 1 + sim.random("border").nextInt(group.nodes().size() - 1);
    Stability stability =
        new Stability(
            group, sim, island.ledger(), (one, other) -> (one < border) == (other < border));
    group.form(FORMING);
    sim.runFor(SETTLING);
    stability.begin();
    sim.network().partition(group.nodes().subList(0, border));
    Duration apart =
        sim.runUntil("the sides lose sight of each other", APART, () -> areApart(group, border));
    island.ledger().sample("other side out of all views after", "s", apart.toMillis() / 1e3);
    sim.runFor(APART.minus(apart));
    requireSides(island, group, border);
    sim.network().unite();
    Duration merged = sim.runUntil("all see all again", TOGETHER, group::isComplete);
    island.ledger().sample("all see all again after", "s", merged.toMillis() / 1e3);
    sim.runFor(TOGETHER);
    stability.end();
    group.requireComplete();
    group.account();
  }

  private static boolean areApart(MemberGroup group, int border) {
    return viewers(group)
        .allMatch(
            viewer -> group.viewOf(viewer).vertexCount() == sideOf(group, viewer, border).size());
  }

  private static void requireSides(Island island, MemberGroup group, int border) {
    viewers(group)
        .forEach(viewer ->
            island
                .ledger()
                .require(
                    "both sides of a partition go on",
                    sideOf(group, viewer, border).stream()
                        .allMatch(other -> group.sees(viewer, other)),
                    () -> "n%d does not see its own side of %d".formatted(viewer, border)));
  }

  private static IntStream viewers(MemberGroup group) {
    return IntStream.range(0, group.nodes().size());
  }

  private static List<Integer> sideOf(MemberGroup group, int node, int border) {
    int from = node < border ? 0 : border;
    int to = node < border ? border : group.nodes().size();
    return IntStream.range(from, to).boxed().toList();
  }
}
